import { canonicalCommand } from "./canonical-command";
import type { Aspect, Canonical, Comparison, Difference, Json, Level, Parsed } from "./types";

/** Things that are told apart by what the client prints alone, for it asks no engine. */
const local = new Set([
  "help",
  "help for swarm update",
  "show client version",
  "list contexts",
  "show context",
  "inspect contexts",
  "log out",
  "show stack file",
]);

/** Compares what two commands mean; the differences come with the words that make them. */
export function compareCommands(a: Parsed, b: Parsed): Comparison {
  return compareCanonical(canonicalCommand(a), canonicalCommand(b));
}

/** What a text came to: its meaning, or why it has none. */
export type Meaning = ReturnType<typeof canonicalCommand>;

/** Compares meanings that were found before, so that a task's need be found only once. */
export function compareCanonical(a: Meaning, b: Meaning): Comparison {
  if (a.kind === "unmodelled") return { verdict: "unmodelled", why: a.why, span: a.span };
  if (b.kind === "unmodelled") return { verdict: "unmodelled", why: b.why, span: b.span };
  if (a.kind !== "canonical") return { verdict: "a-invalid", refused: a };
  if (b.kind !== "canonical") return { verdict: "b-invalid", refused: b };
  const differences = differencesOf(a, b);
  const piped = differences.find(({ aspect }) => aspect === "piped to");
  // What two other programs print, or one and none, is not known here.
  if (piped !== undefined) {
    const [span = a.actionSpan] = [...piped.aSpans, ...piped.bSpans];
    return { verdict: "unmodelled", why: "a pipe between programs", span };
  }
  if (differences.length === 0) return { verdict: "equal" };
  return { verdict: "different", level: levelOf(differences), differences };
}

const rank: Readonly<Record<Level, number>> = { request: 0, client: 1, output: 2 };

const levelOf = (differences: readonly Difference[]): Level =>
  differences.reduce<Level>(
    (most, { level }) => (rank[level] < rank[most] ? level : most),
    "output",
  );

/** All differences of two canonical commands, those of what is done first. */
export function differencesOf(a: Canonical, b: Canonical): Difference[] {
  const found: Difference[] = [];
  if (a.action !== b.action || a.program !== b.program) {
    found.push({
      aspect: "action",
      level: local.has(a.action) && local.has(b.action) ? "output" : "request",
      a: a.action,
      b: b.action,
      aSpans: [a.actionSpan],
      bSpans: [b.actionSpan],
    });
  }
  const others = new Map(b.aspects.map((aspect) => [aspect.name, aspect]));
  for (const mine of a.aspects) {
    const theirs = others.get(mine.name);
    others.delete(mine.name);
    if (theirs === undefined || !same(mine.value, theirs.value))
      found.push(difference(mine, theirs));
  }
  for (const theirs of others.values()) found.push(difference(undefined, theirs));
  return found.sort((one, other) => rank[one.level] - rank[other.level]);
}

const same = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const mine = Object.entries(a);
  return (
    mine.length === Object.keys(b).length &&
    mine.every(([key, value]) => Object.hasOwn(b, key) && same(value, Reflect.get(b, key)))
  );
};

function difference(a: Aspect | undefined, b: Aspect | undefined): Difference {
  const levels = [a?.level ?? "output", b?.level ?? "output"];
  const level = levels.includes("request")
    ? "request"
    : levels.includes("client")
      ? "client"
      : "output";
  return {
    aspect: a?.name ?? b?.name ?? "",
    level,
    a: a?.value ?? null,
    b: b?.value ?? null,
    aSpans: a?.spans ?? [],
    bSpans: b?.spans ?? [],
  };
}
