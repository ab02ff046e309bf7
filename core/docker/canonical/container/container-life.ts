import {
  append,
  at,
  type Draft,
  given,
  isOn,
  last,
  lastSaid,
  put,
  putSwitch,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { putEnvironment } from "#core/docker/canonical/draft/environment";
import { putMoment } from "#core/docker/canonical/draft/moments";
import { cut } from "#core/docker/values/cut";
import { fullReference, readReference } from "#core/docker/values/image-reference";
import { readInteger, readWhole } from "#core/docker/values/numbers";
import { signalName } from "#core/docker/values/signals";
import { lacksPid } from "./ps-columns";
import { policyObjection, readPolicy } from "./restart-policy";
import { invalidName, isContainerName, putConflicts } from "./run-container";

/** `docker exec`: streams, terminal and environment of one more process. */
export function execInContainer(draft: Draft): void {
  const { command } = draft;
  putSwitch(draft, "detach", "request", "detached");
  if (!isOn(command, "detach")) putSwitch(draft, "interactive");
  putEnvironment(draft, "env", "left-out");
}

/** `docker start`: attached or not; with a terminal's input it is always attached. */
export function startContainers(draft: Draft): void {
  const { command } = draft;
  const attached = ["attach", "interactive"].filter((name) => isOn(command, name));
  const spans = attached.flatMap((name) => last(command, name)?.span ?? []);
  if (attached.length === 0) return;
  const second = command.args[1];
  if (second !== undefined) {
    const message = "you cannot start and attach multiple containers at once";
    refuse(draft, "client", message, second.span);
    return;
  }
  put(draft, "attached", true, { spans });
  // The measured containers were made without an input, which nothing can be attached to then.
  if (!command.world.measured) putSwitch(draft, "interactive");
  const keys = lastSaid(command, "detach-keys");
  if (keys !== undefined) put(draft, "detach-keys", keys.value, at(keys.span));
}

/** `docker stop` and `restart`: seconds of grace, by either name of the flag. */
export function stopContainers(draft: Draft): void {
  const { command } = draft;
  const timeout = last(command, "timeout");
  const time = last(command, "time");
  if (timeout !== undefined && time !== undefined) {
    const message = "conflicting options: cannot specify both --timeout and --time";
    refuse(draft, "client", message, time.span);
    return;
  }
  const flag = timeout ?? time;
  if (flag === undefined) return;
  const read = readInteger(flag.value);
  if (read.ok) put(draft, "timeout", read.value, at(flag.span));
}

export function killContainers(draft: Draft): void {
  const flag = lastSaid(draft.command, "signal");
  if (flag === undefined) return;
  const name = signalName(flag.value);
  if (name === null) {
    refuse(draft, "engine", `invalid signal: ${flag.value}`, flag.span);
    return;
  }
  // KILL is what is sent when nothing is said.
  if (name !== "KILL") put(draft, "signal", name, at(flag.span));
}

export function updateContainers(draft: Draft): void {
  const { command } = draft;
  if (command.flags.length === 0) {
    const message = "you must provide one or more flags when using this command";
    refuse(draft, "client", message, command.verbSpan);
    return;
  }
  putConflicts(draft);
  const restart = lastSaid(command, "restart");
  if (restart === undefined) return;
  const policy = readPolicy(restart.value);
  if (!policy.ok) {
    refuse(draft, "client", policy.error, restart.span);
    return;
  }
  const { measured } = command.world;
  const objection = measured ? null : policyObjection(policy, measured);
  if (objection !== null) refuse(draft, "engine", objection, restart.span);
  put(draft, "restart", [policy.name, policy.retries], at(restart.span));
}

export function showLogs(draft: Draft): void {
  putMoment(draft, "since");
  putMoment(draft, "until");
}

/** `docker port`: one container port or all. */
export function showPorts(draft: Draft): void {
  const [container, port] = draft.command.args;
  if (container !== undefined) put(draft, "container", container.text, at(container.span));
  if (port === undefined || port.text === "") return;
  const [number, protocol] = cut(port.text, "/");
  const read = readWhole(number, { base: 10, bits: 16 });
  if (!read.ok) {
    refuse(draft, "client", `Error: invalid port (${port.text}): ${read.error}`, port.span);
    return;
  }
  // In the measured world one port is published; for the others the client repeats what was typed.
  const usual = /^80(?:\/(?:tcp)?)?$/.test(port.text) || !draft.command.world.measured;
  const said = usual && !protocol ? `${number}/tcp` : port.text;
  put(draft, "port", said, at(port.span, usual ? "output" : "client"));
}

export function listProcesses(draft: Draft): void {
  const [container, ...options] = draft.command.args;
  if (container !== undefined) put(draft, "container", container.text, at(container.span));
  if (options.length === 0) return;
  const spans = options.map((option) => option.span);
  const said = options.map((option) => option.text).join(" ");
  const [first] = spans;
  if (first !== undefined && lacksPid(said.split(" "))) {
    refuse(draft, "engine", "Couldn't find PID field in ps output", first);
    return;
  }
  put(draft, "ps options", said, { spans });
}

export function renameContainer(draft: Draft): void {
  const name = draft.command.args[1];
  if (name !== undefined && !isContainerName(name.text)) {
    const message = `Error when allocating new name: ${invalidName(name.text.replace(/^(?!\/)/, "/"))}`;
    refuse(draft, "engine", message, name.span);
  }
}

const commutes = /^(?:ENV|LABEL) +[\w.-]+=[^$]*$/i;

/** Dockerfile instructions; their order counts unless they set different variables or labels. */
export function putChanges(draft: Draft): void {
  const changes = given(draft.command, "change");
  for (const { value, span } of changes) append(draft, "change", value, at(span));
  const keys = new Set(changes.map((change) => change.value.split("=")[0]?.toUpperCase()));
  const free = changes.every((change) => commutes.test(change.value));
  if (free && keys.size === changes.length) sortAspect(draft, "change");
}

export function commitContainer(draft: Draft): void {
  const reference = draft.command.args[1];
  putChanges(draft);
  if (reference === undefined || reference.text === "") return;
  const read = readReference(reference.text);
  if (!read.ok) {
    refuse(draft, "client", read.error, reference.span);
    return;
  }
  if (read.value.digest !== null) {
    const message = "refusing to create a tag with a digest reference";
    refuse(draft, "client", message, reference.span);
    return;
  }
  put(draft, "reference", fullReference(reference.text), at(reference.span));
}
