/** One content file as it was read; `path` as an author knows it (`content/topics/10-commands.yaml`). */
export type ContentFile = { path: string; text: string };

/** Whether a content file holds a lesson. */
export function isLessonFile(path: string): boolean {
  return path.startsWith("content/lessons/");
}

/** Whether a content file holds a drawing. */
export function isDiagramFile(path: string): boolean {
  return path.startsWith("content/diagrams/");
}

/** Whether a content file holds the roads. */
export function isRoadsFile(path: string): boolean {
  return path === "content/roads.yaml";
}

/** Whether a content file holds labs, which are no part of the deck. */
export function isLabsFile(path: string): boolean {
  return path.startsWith("content/labs/");
}

/** Whether a content file holds a recording. */
export function isRecordingFile(path: string): boolean {
  return path.startsWith("content/recorded/");
}

/** Where something stands, lines from 1. */
export type Place = { file: string; line: number };

/** What is wrong in one place of the content, and the likely fix. Both are whole sentences. */
export type Problem = Place & { message: string; hint?: string };

/** The way from a file's or an entry's root to one of its values: field names and list indexes. */
export type Path = readonly (string | number)[];

/** Where a card stands, or a value in it by its path in the file. */
export type CardPlace = (card: string, path?: Path) => Place;

/** The problems in reading order, each once. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((p) => [`${p.file}:${p.line}:${p.message}`, p]));
  return [...unique.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line,
  );
}

/** The value at a path, undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let here = root;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** A value as a message can name it; groups and lists have no short form. */
export function shownValue(value: unknown): string {
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}
