import {
  append,
  at,
  type Draft,
  isOn,
  last,
  put,
  putSwitch,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { fullReference } from "#core/docker/values/image-reference";
import { inspectFault, tidyTemplate } from "./templates";

const kinds = new Set(
  "config container image network node plugin secret service task volume".split(" "),
);

/** The template of an inspect command, or its human-readable form. */
export function putInspectFormat(draft: Draft): void {
  const { command } = draft;
  const format = last(command, "format");
  const isPretty = isOn(command, "pretty");
  if (isPretty && format !== undefined && format.value !== "") {
    const message = "--format is incompatible with human friendly format";
    refuse(draft, "client", message, format.span);
    return;
  }
  putSwitch(draft, "pretty", command.verb === "service inspect" ? "request" : "output");
  if (format === undefined || format.value === "") return;
  const kind = kindOf(draft);
  const fault = inspectFault(format.value, kind);
  if (fault !== null) {
    refuse(draft, "client", fault.message, format.span);
    return;
  }
  const template = tidyTemplate(format.value);
  const shown = twoNames.has(kind) ? template.replace(/(?<=[{ (])\.Id\b/g, ".ID") : template;
  put(draft, "format", shown, at(format.span, "output"));
}

/** Kinds whose ID the client and the engine call differently; both names are taken. */
const twoNames = new Set(["", "container", "image", "network", "plugin"]);

function kindOf({ command }: Draft): string {
  const named = command.verb.split(" ")[0] ?? "";
  return named === "inspect" ? (last(command, "type")?.value ?? "") : named;
}

/** `docker inspect`: of any kind it asks for a container first, then for the others. */
export function inspectAny(draft: Draft): void {
  const { command } = draft;
  const type = last(command, "type");
  const kind = type?.value ?? "";
  if (type !== undefined && !kinds.has(kind)) {
    const wrong = kind === "" ? "type is empty" : `unknown type: ${JSON.stringify(kind)}`;
    const message = `${wrong}: must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"`;
    refuse(draft, "client", message, type.span);
    return;
  }
  putInspectFormat(draft);
  const looked = kind === "" ? "container" : kind;
  draft.action = `inspect ${looked}s`;
  const span = type?.span ?? command.verbSpan;
  put(draft, "looks for", kind === "" ? "anything of the name" : kind, at(span, "client"));
  for (const { text, span: place } of command.args) {
    append(draft, `${looked}s`, looked === "image" ? fullReference(text) : text, at(place));
  }
  sortAspect(draft, `${looked}s`);
  if (looked === "container") putSwitch(draft, "size");
}
