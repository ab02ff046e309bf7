import type { z } from "zod";
import { didYouMean } from "./nearest";
import { type Path, type Problem, valueAt } from "./problem";
import { shapeProblems } from "./shape-problems";
import type { YamlFile } from "./yaml-file";

/** One entry of a content file whose fields have the right shape. */
export type Authored<T> = { value: T; file: string; lineAt: (path: Path) => number };

/** A content file being read, and what is wrong with it so far. */
export type Reader = { file: string; yaml: YamlFile; problems: Problem[] };

/** Notes a problem at a value of the file. */
export function tell(reader: Reader, path: Path, message: string, hint?: string): void {
  const line = reader.yaml.lineAt(path);
  reader.problems.push({ file: reader.file, line, message, hint });
}

/** The paths of a list's entries; tells when it is no list. */
export function entriesOf(reader: Reader, path: Path): Path[] {
  const value = valueAt(reader.yaml.value, path);
  if (Array.isArray(value)) return value.map((_, index) => [...path, index]);
  const name = String(path.at(-1));
  tell(reader, path, `"${name}" must be a list.`, `Write "${name}: []" if there are none yet.`);
  return [];
}

/** The group of fields at a path; tells and gives null when it is none. */
export function groupAt(reader: Reader, path: Path): Record<string, unknown> | null {
  const value = valueAt(reader.yaml.value, path);
  if (isGroup(value)) return value;
  const last = path.at(-1);
  const which =
    typeof last === "number" ? `Number ${last + 1} of "${String(path.at(-2))}"` : `"${last}"`;
  tell(reader, path, `${which} must be a group of fields.`);
  return null;
}

/** The entry at a path when it has the shape; tells what is wrong and gives null when not. */
export function take<S extends z.ZodType>(
  reader: Reader,
  path: Path,
  shape: S,
): Authored<z.infer<S>> | null {
  const value = groupAt(reader, path);
  if (value === null) return null;
  const lineAt = (inner: Path) => reader.yaml.lineAt([...path, ...inner]);
  const parsed = shape.safeParse(value);
  if (parsed.success) return { value: parsed.data, file: reader.file, lineAt };
  for (const found of shapeProblems(shape, parsed.error, value)) {
    tell(reader, [...path, ...found.path], `${nameOf(value)}${found.message}`, found.hint);
  }
  return null;
}

/** Tells of fields of the file that the format does not know. */
export function onlyFields(
  reader: Reader,
  value: Record<string, unknown>,
  known: readonly string[],
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    tell(reader, [key], `"${key}" is no part of this file.`, didYouMean(key, known));
  }
}

/** How a message begins that is about an entry with an id. */
export function nameOf(value: Record<string, unknown>): string {
  return typeof value.id === "string" ? `${value.id}: ` : "";
}

/** The list, or an empty one where there is none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
