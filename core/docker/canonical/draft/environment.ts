import type { Command, GivenFlag, Json, Span } from "#core/docker/types";
import { append, at, type Draft, given, put, refuse } from "./draft";
import { fileText, localPath } from "./local-files";

type Entry = { name: string; value: string | null; span: Span };

/** What a variable is worth where the client runs, or null where it is not set. */
export function exportedValue({ environment, world }: Command, name: string): string | null {
  if (Object.hasOwn(environment, name)) return environment[name] ?? null;
  return Object.hasOwn(world.exported, name) ? (world.exported[name] ?? null) : null;
}

function entry(text: string, span: Span): Entry {
  const equals = text.indexOf("=");
  return equals < 0
    ? { name: text, value: null, span }
    : { name: text.slice(0, equals), value: text.slice(equals + 1), span };
}

/** The lines of a file of variables or labels; a name alone counts only if it has a value here. */
function fileEntries(text: string, command: Command, span: Span): Entry[] {
  return text
    .split("\n")
    .map((line) => line.trimStart())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => entry(line, span))
    .map((one) => (one.value === null ? { ...one, value: exportedValue(command, one.name) } : one));
}

/** Reads the files first, as the client does, whatever the order they were given in. */
function entries(draft: Draft, files: readonly GivenFlag[], flags: readonly GivenFlag[]): Entry[] {
  const { command } = draft;
  const found: Entry[] = [];
  for (const { name, value, span } of files) {
    if (value === "") refuse(draft, "client", "open : no such file or directory", span);
    const text = fileText(value, command.world);
    if (text === null) append(draft, name, localPath(value, command.world), at(span));
    else found.push(...fileEntries(text, command, span));
  }
  for (const { value, span } of flags) found.push(entry(value, span));
  return found;
}

/** How a name without a value is taken: sent as unset, or left out where it is known to have none. */
export type BareName = "unset" | "left-out";

/**
 * Environment variables by name. The last value counts; a name without one takes the caller's, and
 * where it has none it unsets what the image sets, so both kinds of one name stay in their order.
 */
export function putEnvironment(draft: Draft, flag: string, bare: BareName = "unset"): void {
  const files = given(draft.command, "env-file");
  const runs = new Map<string, { values: (string | null)[]; spans: Span[] }>();
  for (const { name, value, span } of entries(draft, files, given(draft.command, flag))) {
    const worth = value ?? exportedValue(draft.command, name);
    if (worth === null && bare === "left-out" && draft.command.world.measured) continue;
    const run = runs.get(name) ?? { values: [], spans: [] };
    const previous = run.values[run.values.length - 1];
    if (previous !== undefined && (previous === null) === (worth === null)) run.values.pop();
    run.values.push(worth);
    run.spans.push(span);
    runs.set(name, run);
  }
  for (const [name, { values, spans }] of runs) {
    const value: Json = values.length === 1 ? (values[0] ?? null) : values;
    put(draft, `environment ${name}`, value, { spans });
  }
}

/** Labels by name; one without a value has the empty one. */
export function putLabels(draft: Draft, flag: string, aspect = "label"): void {
  const files = flag === "label" ? given(draft.command, "label-file") : [];
  for (const { name, value, span } of entries(draft, files, given(draft.command, flag))) {
    put(draft, `${aspect} ${name}`, value ?? "", at(span));
  }
}
