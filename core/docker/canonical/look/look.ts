import {
  at,
  type Draft,
  isOn,
  last,
  put,
  putSwitch,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { countOf } from "#core/docker/canonical/draft/lower-flags";
import { lookTable } from "#core/docker/tables/flag-table";
import { rowFault, tidyTemplate } from "./templates";

/** How a listing prints: the template of its rows with --quiet, the fields that are cut short. */
type Look = { quiet: string; cut: readonly string[] };

const looks: ReadonlyMap<string, Look> = new Map(
  lookTable
    .trim()
    .split("\n")
    .map((line) => {
      const [verb = "", quiet = "", cut = ""] = line.split(";");
      return [verb, { quiet, cut: cut.split(" ") }] as const;
    }),
);

/** These take the quiet form even where a template of one's own was given. */
const quietWins = new Set(["container ls", "context ls"]);
/** These do not even read the template then. */
const quietFirst = new Set(["context ls"]);

/** With --quiet these do not cut the IDs short. */
const fullIds = new Set(["service ps"]);

/** How a listing is printed: its template, and whether long values are cut. */
export function putLook(draft: Draft): void {
  const { command } = draft;
  const look = looks.get(command.verb);
  const format = last(command, "format");
  const template = format === undefined ? "" : tidyTemplate(format.value);
  const isTable = template === "" || (template === "table" && hasTable(command.verb));
  const isQuiet = isOn(command, "quiet");
  if (format !== undefined && !isTable && !(isQuiet && quietFirst.has(command.verb))) {
    const fault = rowFault(template.replace(/^table /, ""), command.verb);
    if (fault !== null) {
      refuse(draft, "client", fault.message, format.span);
      return;
    }
  }
  const quiet = last(command, "quiet");
  const plain = isTable || quietWins.has(command.verb);
  let shown = isTable ? "" : template;
  let spans = format === undefined ? [] : [format.span];
  if (isQuiet && plain && look !== undefined && look.quiet !== "") {
    shown = fullIds.has(command.verb) ? `${look.quiet} in full` : look.quiet;
    spans = quiet === undefined ? [] : [quiet.span];
  }
  if (shown !== "") put(draft, "format", shown, { spans, level: "output" });
  if (isCut(shown, look?.cut ?? [])) putSwitch(draft, "no-trunc", "output");
}

/** Reports that are no tables take even the word table for a template. */
const reports = new Set(["version", "system info", "system events"]);
const hasTable = (verb: string) => !reports.has(verb);

/** Whether what is printed holds a field that is cut short. */
function isCut(template: string, cut: readonly string[]): boolean {
  if (cut.every((field) => field === "")) return false;
  if (template === "" || template === "json" || template === "raw") return true;
  if (template.endsWith(" in full")) return false;
  return [...template.matchAll(/\.(\w+)/g)].some(([, field = ""]) => cut.includes(field));
}

/** `docker ps`: which containers are asked for; a template with sizes asks for sizes. */
export function listContainers(draft: Draft): void {
  const { command } = draft;
  putLook(draft);
  putSwitch(draft, "all");
  const count = last(command, "last");
  const latest = last(command, "latest");
  const number = countOf(draft, "last") ?? -1;
  if (count !== undefined && number > 0) put(draft, "last", number, at(count.span));
  else if (latest !== undefined && isOn(command, "latest") && number === -1) {
    put(draft, "last", 1, at(latest.span));
  }
  const size = last(command, "size");
  putSwitch(draft, "size");
  const format = last(command, "format");
  const asks = format !== undefined && /\.Size\b|json\s+\.\s*\}/.test(format.value);
  if (format !== undefined && asks && size === undefined && !isOn(command, "quiet")) {
    put(draft, "size", true, at(format.span));
  }
}

/** `docker images [NAME]`, where a name is a filter. */
export function listImages(draft: Draft): void {
  const { command } = draft;
  putLook(draft);
  const clash = ["quiet", "no-trunc", "digests", "format"].flatMap((name) => {
    const flag = last(command, name);
    return flag !== undefined && flag.value !== "" && flag.value !== "false" ? [flag] : [];
  })[0];
  if (isOn(command, "tree") && clash !== undefined) {
    const message = `--${clash.name} is not yet supported with --tree`;
    refuse(draft, "client", message, clash.span);
    return;
  }
  const shown = draft.aspects.get("format")?.value;
  if (shown === undefined || shown === "json") putSwitch(draft, "digests", "output");
  const [name] = command.args;
  if (name === undefined) return;
  const old = draft.aspects.get("filter reference");
  const values = Array.isArray(old?.value) ? old.value : [];
  const all = [...new Set([...values, name.text])].sort();
  put(draft, "filter reference", all, { spans: [...(old?.spans ?? []), name.span] });
}

export function showStatistics(draft: Draft): void {
  const streams = !isOn(draft.command, "no-stream");
  putLook(draft);
  // A stream without end was not measured for what it prints, only for a template that is refused.
  if (streams && draft.command.world.measured) {
    for (const name of ["format", "no-trunc"]) draft.aspects.delete(name);
  }
  sortAspect(draft, "containers", true);
  putSwitch(draft, "all", draft.command.args.length === 0 ? "request" : "client");
}
