import {
  append,
  at,
  type Draft,
  given,
  isOn,
  last,
  put,
  putSwitch,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { putEnvironment, putLabels } from "#core/docker/canonical/draft/environment";
import { putHealthCheck } from "#core/docker/canonical/draft/health-check";
import { localPath } from "#core/docker/canonical/draft/local-files";
import { refusePlatform } from "#core/docker/canonical/draft/lower-flags";
import { later } from "#core/docker/later";
import type { Json } from "#core/docker/types";
import { fullReference, readAnyReference } from "#core/docker/values/image-reference";
import { cleanPath, isAbsolute } from "#core/docker/values/paths";
import { readPlatform } from "#core/docker/values/platforms";
import { putLimits, putMemory } from "./container-limits";
import { putNetworks } from "./container-networks";
import { putPorts } from "./container-ports";
import { putDevices, putMounts } from "./container-storage";
import { putRestart } from "./restart-policy";

/** What the engine does not take together, by its rules; few commands need them. */
export const conflicts = later<(draft: Draft) => void>();

const inConflict = new Set(
  "cpu-period cpu-quota cpu-shares isolation link memory-reservation memory-swap oom-score-adj uts".split(
    " ",
  ),
);

/** Looks at options that the engine may refuse; that of the measured cases takes any. */
export function putConflicts(draft: Draft): void {
  const { flags, world } = draft.command;
  const isShared = String(draft.aspects.get("network")?.value).startsWith("container:");
  if (!world.measured && (isShared || flags.some(({ name }) => inConflict.has(name))))
    conflicts.get()(draft);
}

/** `docker run` and `docker create`: all that is asked of a new container. */
export function runContainer(draft: Draft): void {
  const { command } = draft;
  putStreams(draft);
  putModes(draft);
  putName(draft);
  putPorts(draft);
  putMounts(draft);
  putDevices(draft);
  putEnvironment(draft, "env");
  putLabels(draft, "label");
  putHealthCheck(draft);
  putRestart(draft);
  putMemory(draft);
  putLimits(draft);
  putNetworks(draft);
  putLinks(draft);
  putLogging(draft);
  putImage(draft);
  const working = last(command, "workdir");
  if (working !== undefined && working.value !== "") {
    if (!isAbsolute(working.value)) {
      const message = `the working directory '${working.value}' is invalid, it needs to be an absolute path`;
      refuse(draft, "engine", message, working.span);
    } else put(draft, "workdir", cleanPath(working.value), at(working.span));
  }
  const idFile = last(command, "cidfile");
  if (idFile !== undefined && idFile.value !== "") {
    put(draft, `writes ${localPath(idFile.value, command.world)}`, "id", at(idFile.span, "client"));
  }
  putConflicts(draft);
}

const streams = ["stdin", "stdout", "stderr"];

/** Which streams the client holds; detached it holds none. */
function putStreams(draft: Draft): void {
  const { command } = draft;
  const detach = last(command, "detach");
  const detached = isOn(command, "detach");
  const attached = given(command, "attach");
  const interactive = isOn(command, "interactive");
  if (detached && detach !== undefined) {
    const [first] = attached;
    if (first !== undefined) {
      const message = "conflicting options: cannot specify both --attach and --detach";
      refuse(draft, "client", message, first.span);
      return;
    }
    put(draft, "detached", true, at(detach.span));
  } else {
    const usual = interactive ? streams : streams.slice(1);
    const held = new Set(attached.map((flag) => flag.value.toLowerCase()));
    const same = held.size === usual.length && usual.every((stream) => held.has(stream));
    if (held.size > 0 && !same) {
      put(draft, "attached", [...held].sort(), { spans: attached.map((flag) => flag.span) });
    }
    const keys = last(command, "detach-keys");
    if (keys !== undefined && keys.value !== "" && draft.command.verb === "container run") {
      put(draft, "detach-keys", keys.value, at(keys.span));
    }
  }
  putSwitch(draft, "interactive");
  putSwitch(draft, "tty");
}

const modes: readonly [string, string, (mode: string) => boolean][] = [
  ["pid", "PID", (mode) => mode === "host" || /^container:.+/.test(mode)],
  ["uts", "UTS", (mode) => mode === "host"],
  ["userns", "USER", (mode) => mode === "host"],
  ["cgroupns", "CGROUP", (mode) => mode === "host" || mode === "private"],
  ["ipc", "IPC", () => true],
];

function putModes(draft: Draft): void {
  for (const [name, words, known] of modes) {
    const flag = last(draft.command, name);
    if (flag === undefined || flag.value === "") continue;
    if (!known(flag.value)) {
      refuse(draft, "client", `--${name}: invalid ${words} mode`, flag.span);
    } else put(draft, name, flag.value, at(flag.span));
  }
  const pull = last(draft.command, "pull");
  if (pull === undefined || pull.value === "missing") return;
  if (!["always", "never", ""].includes(pull.value)) {
    const message = `invalid pull option: '${pull.value}': must be one of "always", "missing" or "never"`;
    refuse(draft, "client", message, pull.span);
    return;
  }
  const always = pull.value === "always";
  // Nothing said is no reason to pull, as never is none.
  put(draft, "pull", pull.value || "never", at(pull.span, always ? "request" : "client"));
}

const nameRule = /^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

function putName(draft: Draft): void {
  const flag = last(draft.command, "name");
  if (flag === undefined || flag.value === "") return;
  if (!nameRule.test(flag.value)) {
    refuse(draft, "engine", invalidName(flag.value), flag.span);
    return;
  }
  put(draft, "name", flag.value.replace(/^\//, ""), at(flag.span));
}

/** The engine's words for a container name that cannot be. */
export const invalidName = (name: string) =>
  `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`;

export const isContainerName = (name: string) => nameRule.test(name);

function putLinks(draft: Draft): void {
  for (const { value, span } of given(draft.command, "link")) {
    append(draft, "link", value.includes(":") ? value : `${value}:${value}`, at(span));
  }
  sortAspect(draft, "link");
}

function putLogging(draft: Draft): void {
  const driver = last(draft.command, "log-driver");
  const [option] = given(draft.command, "log-opt");
  if (driver?.value === "none" && option !== undefined) {
    refuse(draft, "client", "invalid logging opts for driver none", option.span);
  }
}

function putImage(draft: Draft): void {
  const { command } = draft;
  const [image, ...words] = command.args;
  if (image === undefined) return;
  const entrypoint = last(command, "entrypoint");
  if (entrypoint !== undefined) put(draft, "entrypoint", [entrypoint.value], at(entrypoint.span));
  const read = readAnyReference(image.text);
  if (!read.ok) {
    refuse(draft, "client", read.error, image.span);
    return;
  }
  put(draft, "image", fullReference(image.text), at(image.span));
  if (words.length > 0) {
    const said: Json = words.map((word) => word.text);
    put(draft, "command", said, { spans: words.map((word) => word.span) });
  }
  const platform = last(command, "platform");
  if (platform !== undefined && platform.value !== "") {
    const read = readPlatform(platform.value);
    if (read === null) {
      refusePlatform(draft, platform.value, platform.span);
      return;
    }
    put(draft, "platform", read, at(platform.span));
  }
  const trust = last(command, "disable-content-trust");
  if (trust !== undefined && !isOn(command, "disable-content-trust")) {
    put(draft, "content trust", true, at(trust.span));
  }
}
