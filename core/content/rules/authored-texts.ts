import { problemAt } from "#core/content/read/draft";
import type { Path, Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import type { AuthoredCard } from "#core/content/read/shapes";

/** A string of an entry and where it stands. */
export type AuthoredText = { path: Path; text: string };

/** A check of one card. */
export type CardRule = (card: Authored<AuthoredCard>) => Problem[];

/** A problem that names its card. */
export function cardProblem(
  card: Authored<AuthoredCard>,
  path: Path,
  said: { message: string; hint?: string },
): Problem {
  return problemAt(card, path, { ...said, message: `${card.value.id}: ${said.message}` });
}

/** Every string in a value, with its path. */
export function textsIn(value: unknown, path: Path = []): AuthoredText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const literalFields = new Set([
  ...["id", "kind", "concept", "covers", "needs", "section", "accept", "bin"],
  ...["title", "short", "since", "url", "unit", "points", "facts"],
  ...["heading", "code", "language", "terminal", "diagram"],
  ...["about", "first", "next", "lead"],
]);
/** Fields of a command or output card that hold what a terminal shows. */
const terminalFields = new Set([
  ...["draw", "also", "must", "may", "mustNot", "range", "right", "command", "output"],
]);

/** Whether marks have a meaning at this place, rather than every character being itself. */
export function hasMarks(path: Path): boolean {
  const [field] = path;
  if ((field === "refuse" || field === "wrong") && path.at(-1) === "text") return false;
  if (typeof field === "string" && terminalFields.has(field)) return false;
  return !path.some((step) => typeof step === "string" && literalFields.has(step));
}
