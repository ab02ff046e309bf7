import {
  append,
  at,
  type Draft,
  given,
  isOn,
  last,
  put,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { fileContents, standardInput } from "#core/docker/canonical/draft/local-files";
import { putLook } from "#core/docker/canonical/look/look";
import { readCommaList } from "#core/docker/values/comma-list";
import { refuseSecretName, refuseStackNames } from "./swarm-limits";

/** The files that describe a stack, in their order. */
export function putStackFiles(draft: Draft): void {
  const { command } = draft;
  const files = given(command, "compose-file").flatMap(({ value, span }) => {
    const read = readCommaList(value);
    return (read.ok ? read.value : [value]).map((path) => ({ path, span }));
  });
  if (files.length === 0) {
    const message = "Specify a Compose file (with --compose-file)";
    refuse(draft, "client", message, command.verbSpan);
    return;
  }
  for (const { path, span } of files) {
    // What the measured folder has is YAML where its name says so, and nothing else is.
    if (command.world.measured && path !== "-" && !/\.ya?ml$/.test(path)) {
      refuse(draft, "client", "top-level object must be a mapping", span);
      return;
    }
    const contents =
      path === "-" ? (standardInput(command)?.contents ?? null) : fileContents(path, command.world);
    // The measured files all describe the same services, and a later file's values win.
    if (command.world.measured) draft.aspects.delete("stack file");
    const before = draft.aspects.get("stack file")?.value;
    const previous = Array.isArray(before) ? before[before.length - 1] : undefined;
    // A file merged into itself changes nothing.
    if (JSON.stringify(previous) === JSON.stringify(contents)) continue;
    append(draft, "stack file", contents, at(span));
  }
}

const resolutions = new Set(["always", "changed", "never"]);

export function deployStack(draft: Draft): void {
  const { command } = draft;
  refuseStackNames(draft);
  putStackFiles(draft);
  const resolve = last(command, "resolve-image");
  if (resolve !== undefined && resolve.value !== "always") {
    if (!resolutions.has(resolve.value)) {
      const message = `Invalid option ${resolve.value} for flag --resolve-image`;
      refuse(draft, "client", message, resolve.span);
      return;
    }
    put(draft, "resolve-image", resolve.value, at(resolve.span));
  }
  putWaiting(draft);
}

/** Stacks return at once unless told to wait. */
export function putWaiting(draft: Draft): void {
  refuseStackNames(draft);
  const flag = last(draft.command, "detach");
  if (flag !== undefined && !isOn(draft.command, "detach")) {
    put(draft, "waits", true, at(flag.span, "client"));
  }
}

/** `docker stack services x` is a list of services with the stack's label. */
export function listStackServices(draft: Draft): void {
  refuseStackNames(draft);
  putLook(draft);
  const [stack] = draft.command.args;
  if (stack === undefined) return;
  append(draft, "filter label", `com.docker.stack.namespace=${stack.text}`, at(stack.span));
  sortAspect(draft, "filter label", true);
}

export function listStackTasks(draft: Draft): void {
  refuseStackNames(draft);
  putLook(draft);
}

/** `docker secret create` and `config create`: a name and what is kept under it. */
export function createSecret(draft: Draft): void {
  const { command } = draft;
  const [name, file] = command.args;
  if (name !== undefined) put(draft, "name", name.text, at(name.span));
  refuseSecretName(draft);
  const driver = last(command, "driver");
  if (file === undefined) {
    if (driver === undefined || driver.value === "") {
      refuse(draft, "client", "secret file is required", command.verbSpan);
    }
    return;
  }
  if (driver !== undefined && driver.value !== "") {
    const message = "When using secret driver secret data must be empty";
    refuse(draft, "client", message, driver.span);
    return;
  }
  if (file.text !== "-") {
    put(draft, "contents", fileContents(file.text, command.world), at(file.span));
    return;
  }
  const source = standardInput(command);
  if (source === null) {
    refuse(draft, "client", "error reading from STDIN: data is empty", file.span);
    return;
  }
  put(draft, "contents", source.contents, at(source.span));
}
