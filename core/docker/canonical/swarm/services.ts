import {
  append,
  at,
  type Draft,
  given,
  last,
  put,
  putSwitch,
  refuse,
  setAside,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { putEnvironment, putLabels } from "#core/docker/canonical/draft/environment";
import { putHealthCheck } from "#core/docker/canonical/draft/health-check";
import { countOf, typedValue } from "#core/docker/canonical/draft/lower-flags";
import { commandAt } from "#core/docker/tables/command-table";
import type { GivenFlag, Json } from "#core/docker/types";
import { fullReference, splitReference } from "#core/docker/values/image-reference";
import { readMount } from "#core/docker/values/mounts";
import { readNetwork } from "#core/docker/values/networks";
import { mostPorts, portCount } from "#core/docker/values/ports";
import { rareValues } from "#core/docker/values/rare-values";
import { readServicePort, singleServicePorts } from "#core/docker/values/service-ports";
import { readShellWords } from "#core/docker/values/shell-words";
import { readUlimit } from "#core/docker/values/typed-values";
import { putCapabilities } from "./capabilities";
import { refuseSameFiles, refuseService } from "./service-limits";
import { usualRestart, usualRollout } from "./usual-plans";

/** `docker service create`. */
export function createService(draft: Draft): void {
  const { command } = draft;
  const [image, ...words] = command.args;
  if (image === undefined) return;
  putImage(draft, image);
  if (words.length > 0) {
    const spans = words.map((word) => word.span);
    put(
      draft,
      "command",
      words.map((word) => word.text),
      { spans },
    );
  }
  putEnvironment(draft, "env", "left-out");
  putLogging(draft);
  putLabels(draft, "label");
  putLabels(draft, "container-label", "container-label");
  putHealthCheck(draft);
  putGroups(draft);
  putLists(draft, "");
  putMode(draft);
  putCommon(draft);
  refuseService(draft);
}

/** Images of services are only refused by the engine, and only for their capitals. */
export function putImage(
  draft: Draft,
  { text, span }: { text: string; span: GivenFlag["span"] },
): void {
  if (/[A-Z]/.test(splitReference(text).path)) {
    const message = `rpc error: code = InvalidArgument desc = ContainerSpec: "${text}" is not a valid repository/tag`;
    refuse(draft, "engine", message, span);
    return;
  }
  put(draft, "image", fullReference(text), at(span));
}

const scalars = ["name", "endpoint-mode"];

/** What creating and updating share. */
export function putCommon(draft: Draft): void {
  const { command } = draft;
  for (const name of scalars) {
    const flag = last(command, name);
    const usual = name === "endpoint-mode" ? "vip" : "";
    const created = command.verb === "service create" && name === "endpoint-mode";
    const said = created ? flag?.value.toLowerCase() : flag?.value;
    if (flag !== undefined && said !== undefined && said !== usual && said !== "")
      put(draft, name, said, at(flag.span));
  }
  for (const name of ["entrypoint", "args"]) {
    const flag = last(command, name);
    if (flag === undefined) continue;
    const words = readShellWords(flag.value);
    if (words.ok) put(draft, name === "args" ? "command" : name, words.value, at(flag.span));
  }
  const asks = command.verb === "service create" || last(command, "image") !== undefined;
  putSwitch(draft, "no-resolve-image", asks ? "request" : "client");
  putSwitch(draft, "with-registry-auth");
  for (const { value, span } of [...given(command, "ulimit"), ...given(command, "ulimit-add")]) {
    const read = readUlimit(value);
    if (!read.ok || !Array.isArray(read.value)) continue;
    const [name, ...limits] = read.value;
    put(draft, `ulimit ${String(name)}`, limits, at(span));
  }
  putCapabilities(draft);
  putPatience(draft);
}

/** Options of a log driver, which count only where the driver is named too. */
export function putLogging(draft: Draft): void {
  const driver = last(draft.command, "log-driver");
  const named = driver !== undefined && driver.value !== "";
  if (named) put(draft, "log-driver", driver.value, at(driver.span));
  for (const { value, span } of given(draft.command, "log-opt")) {
    append(draft, "log-opt", value, at(span, "client"));
    const [name = "", said = ""] = value.split(/=(.*)/s);
    if (named && said !== "") put(draft, `log-opt ${name}`, said, at(span));
  }
}

/** Services are watched until they run, unless detached. */
export function putPatience(draft: Draft): void {
  putSwitch(draft, "detach", "client", "detached");
}

/** Flags that make a part of the service's plan; one of them brings the others' usual values. */
const groups: readonly [string, Readonly<Record<string, Json>>][] = [
  ["update", usualRollout],
  ["rollback", usualRollout],
  ["restart", usualRestart],
];

export function putGroups(draft: Draft): void {
  const { command } = draft;
  const spec = commandAt(command.verb);
  for (const [group, usual] of groups) {
    const flags = command.flags.filter((flag) => flag.name.startsWith(`${group}-`));
    if (flags.length === 0) continue;
    const detail: { [key: string]: Json } = { ...usual };
    for (const { name, value } of flags) {
      detail[name.slice(group.length + 1)] = typedValue(command.verb, spec?.long.get(name), value);
    }
    put(draft, group, detail, { spans: flags.map((flag) => flag.span) });
  }
}

/** Ports, mounts, networks, secrets and constraints: sets, given here or added (`-add`). */
export function putLists(draft: Draft, suffix: string): void {
  const { command } = draft;
  let count = 0;
  for (const { value, span } of given(command, `publish${suffix}`)) {
    const read = readServicePort(value);
    if (!read.ok) continue;
    count += portCount(read.value.range);
    if (count > mostPorts) {
      setAside(draft, `more than ${mostPorts} ports`, span);
      return;
    }
    for (const port of singleServicePorts(read.value)) append(draft, "ports", port, at(span));
  }
  sortAspect(draft, "ports", suffix !== "");
  for (const { value, span } of given(command, `mount${suffix}`)) {
    const read = readMount(value, command.world.variables.PWD ?? "");
    if (!read.ok) continue;
    append(draft, `mount ${read.value.target}`, read.value.detail, at(span));
    sortAspect(draft, `mount ${read.value.target}`);
  }
  for (const { value, span } of given(command, `network${suffix}`)) {
    const read = readNetwork(value);
    if (!read.ok) continue;
    const name = read.value.name.trim();
    if (name === "") {
      refuse(draft, "client", "invalid network name or ID: value is empty", span);
      return;
    }
    // A service has its addresses from the swarm, whatever is asked for.
    const asked = Object.entries(read.value.end);
    const end = asked.filter(([field]) => field === "aliases" || field.startsWith("option "));
    put(draft, `network ${name}`, Object.fromEntries(end), at(span));
  }
  for (const kind of ["secret", "config"]) {
    for (const { value, span } of given(command, `${kind}${suffix}`)) {
      const read = rareValues[kind]?.(value);
      if (read?.ok) append(draft, kind, usualFile(read.value), at(span));
    }
    refuseSameFiles(draft, kind, suffix);
    sortAspect(draft, kind);
  }
  const constraints = given(command, suffix === "" ? "constraint" : "constraint-add");
  for (const { value, span } of constraints) {
    if (!/[=!]=/.test(value)) {
      const message =
        "rpc error: code = Unknown desc = constraint expected one operator from ==, !=";
      refuse(draft, "engine", message, span);
      return;
    }
    append(draft, "constraint", tidyConstraint(value), at(span));
  }
  sortAspect(draft, "constraint");
}

/** A constraint without spaces around its operator. */
export function tidyConstraint(text: string): string {
  const operator = /[=!]=/.exec(text);
  if (operator === null) return text.trim();
  const { index } = operator;
  return `${text.slice(0, index).trim()}${operator[0]}${text.slice(index + 2).trim()}`;
}

/** A secret's file belongs to root and may be read by all, unless said. */
function usualFile(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  const detail = Object.fromEntries(Object.entries(value));
  if (detail.uid === "0") delete detail.uid;
  if (detail.gid === "0") delete detail.gid;
  if (detail.mode === 0o444) delete detail.mode;
  return detail;
}

/** Options that the client refuses of a service of some kind. */
function refusePlan(draft: Draft, kind: string): void {
  const { command } = draft;
  const most = last(command, "replicas-max-per-node");
  if (most !== undefined && kind.startsWith("global") && !/^0*$/.test(most.value)) {
    const message = "replicas-max-per-node can only be used with replicated or replicated-job mode";
    refuse(draft, "client", message, most.span);
  }
  const concurrent = last(command, "max-concurrent");
  if (concurrent !== undefined && kind !== "replicated-job") {
    const message = "max-concurrent can only be used with replicated-job mode";
    refuse(draft, "client", message, concurrent.span);
  }
  const plan = command.flags.find(({ name }) => /^(?:update|rollback)-/.test(name));
  if (plan !== undefined && kind.endsWith("-job")) {
    const message = "update and rollback configuration is not supported for jobs";
    refuse(draft, "client", message, plan.span);
  }
}

const serviceModes = new Set(["replicated", "global", "replicated-job", "global-job"]);

function putMode(draft: Draft): void {
  const { command } = draft;
  const mode = last(command, "mode");
  const kind = mode?.value ?? "replicated";
  const span = mode?.span ?? command.verbSpan;
  if (!serviceModes.has(kind)) {
    const message = `Unknown mode: ${kind}, only replicated and global supported`;
    refuse(draft, "client", message, span);
    return;
  }
  if (kind !== "replicated") put(draft, "mode", kind, at(span));
  const replicas = last(command, "replicas");
  if (replicas !== undefined && kind.startsWith("global")) {
    const message = "replicas can only be used with replicated or replicated-job mode";
    refuse(draft, "client", message, replicas.span);
    return;
  }
  refusePlan(draft, kind);
  const count = countOf(draft, "replicas");
  if (replicas !== undefined && count !== undefined && count !== 1) {
    put(draft, "replicas", count, at(replicas.span));
  }
  const concurrent = last(command, "max-concurrent");
  if (concurrent === undefined || concurrent.value === replicas?.value) return;
  put(draft, "max-concurrent", countOf(draft, "max-concurrent") ?? null, at(concurrent.span));
}
