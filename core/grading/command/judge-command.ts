import type { DrawnCommandCard } from "#core/content/draw-card";
import { isOfAnotherTime } from "#core/docker/another-time";
import { canonicalCommand } from "#core/docker/canonical-command";
import { differencesOf } from "#core/docker/compare-commands";
import { readLine } from "#core/docker/parse/read-line";
import { effectsOf } from "#core/docker/same-effect";
import type { Canonical, Difference, Parsed, Refused, Unmodelled } from "#core/docker/types";
import type { Repair } from "#core/typing/repair";
import { isForgiven, isPrinted } from "./prints-otherwise";
import { isInRange } from "./within-range";

/** What a command has to do with what a card asks for. */
export type Judgement = { typed: string; repairs: readonly Repair[]; parsed: Parsed } & (
  | { layer: "empty" }
  | { layer: "unmodelled"; unmodelled: Unmodelled }
  /** By the shell, the client or the engine. */
  | { layer: "refused"; refused: Refused; wanted: Canonical }
  | {
      /**
       * `same`: the same command. `same-effect`: another road to the same. `allowed`: it differs
       * where the card lets it. `partly`: it does what is asked and prints something else.
       */
      layer: "same" | "same-effect" | "allowed" | "partly" | "wrong";
      wanted: Canonical;
      given: Canonical;
      /** Those that count, or in layer `allowed` those that do not. */
      differences: readonly Difference[];
      /** What is there and must not be: part of `differences`. */
      forbidden: readonly Difference[];
    }
);

type Compared = Extract<Judgement, { given: Canonical }>;

/** What asks for a command: its ways to be done, and what else is allowed. */
export type CommandTask = Pick<
  DrawnCommandCard,
  "id" | "answer" | "also" | "must" | "may" | "mustNot" | "range"
>;

/**
 * Judges a typed command by what it means, against the one of the task's answers it is nearest to.
 * Throws NotHereYet where that needs `#core/docker/whole`, and it is not loaded.
 */
export function judgeCommand(task: CommandTask, typed: string): Judgement {
  const parsed = readLine(typed);
  const given = canonicalCommand(parsed);
  const { repairs } = parsed;
  const said = { typed, repairs, parsed };
  const wanted = canonicalAnswer(task.id, task.answer);
  switch (given.kind) {
    case "empty":
      return { layer: "empty", ...said };
    case "unmodelled":
      return { layer: "unmodelled", unmodelled: given, ...said };
    case "refused":
      return { layer: "refused", refused: given, wanted, ...said };
    case "canonical":
      return { ...said, ...nearest(task, wanted, given) };
  }
}

/** Against each of the answers in turn, until one is the same command: none is nearer. */
function nearest(task: CommandTask, wanted: Canonical, given: Canonical): Found {
  let best = compare(task, wanted, given);
  for (const answer of task.also) {
    if (best.layer === "same") return best;
    const one = compare(task, canonicalAnswer(task.id, answer), given);
    if (isNearer(one, best)) best = one;
  }
  return best;
}

/** The gate proves every card's answers, so that this cannot fail for a card of the deck. */
function canonicalAnswer(card: string, answer: string): Canonical {
  const canonical = canonicalCommand(readLine(answer));
  if (canonical.kind === "canonical") return canonical;
  throw new Error(`card ${card}: its answer is ${canonical.kind}: ${answer}`);
}

type Found = Pick<Compared, "layer" | "wanted" | "given" | "differences" | "forbidden">;

function compare(task: CommandTask, wanted: Canonical, given: Canonical): Found {
  const exact = differencesOf(wanted, given);
  const both = { wanted, given, forbidden: [] };
  if (isOfAnotherTime(wanted, given)) return { layer: "wrong", differences: exact, ...both };
  if (exact.length === 0) return { layer: "same", differences: [], ...both };
  const differences = differencesOf(...effectsOf(wanted, given));
  if (differences.length === 0) return { layer: "same-effect", differences: [], ...both };
  const forbidden = differences.filter((one) => one.b !== null && isNamed(task.mustNot, one));
  const isOpen = (one: Difference) =>
    isForgiven(wanted.action, one) || isInRange(task, one, wanted);
  const counted = differences.filter(
    (one) => forbidden.includes(one) || (counts(task, one) && !isOpen(one)),
  );
  if (counted.length === 0) return { layer: "allowed", differences, ...both };
  const isShown = counted.every((one) => isPrinted(wanted.action, one)) && forbidden.length === 0;
  const layer = isShown ? "partly" : "wrong";
  return { layer, differences: counted, ...both, forbidden };
}

/** What is done always counts; of the aspects those that must, or all but those that may. */
function counts({ must, may }: CommandTask, difference: Difference): boolean {
  if (difference.aspect === "action") return true;
  return must === null ? !isNamed(may, difference) : isNamed(must, difference);
}

/** An aspect is meant by its name, and `port` means all of `port 80/tcp` and its like. */
function isNamed(names: readonly string[], { aspect }: Difference): boolean {
  return names.some((name) => aspect === name || aspect.startsWith(`${name} `));
}

const layers = ["same", "same-effect", "allowed", "partly", "wrong"] as const;

function isNearer(one: Found, other: Found): boolean {
  const rank = layers.indexOf(one.layer) - layers.indexOf(other.layer);
  return rank !== 0 ? rank < 0 : one.differences.length < other.differences.length;
}
