import type { Quantity } from "#core/content/types";
import { normaliseTyped } from "#core/grading/typed/normalise-typed";
import type { Verdict } from "#core/grading/types";
import { asHeard } from "./said-once";

type Asked = { accept: readonly string[]; exact: boolean; number?: Quantity | undefined };

/** What stands beside the verdict on a typed answer; what is empty or null is not said. */
export type TypedFacts = {
  typed: string | null;
  /** What is right, where neither the answer was nor the sentence tells it. */
  right: string[];
  /** What else would have been right. */
  also: string[];
};

/** More answers than so many are a list that nobody reads. */
const most = 4;

/**
 * What was typed and what is accepted, each answer once: not what was typed, not what the verdict's
 * reason names, not what stands in the sentence (`shown`).
 */
export function typedFacts(
  asked: Asked,
  given: { text: string; verdict: Verdict; shown?: string | undefined },
): TypedFacts {
  const typed = given.text.trim();
  const { outcome, reasons } = given.verdict;
  const isRight = outcome === "correct";
  const named = reasons.flatMap((reason) => reason.match(/`[^`]+`/g) ?? []);
  const said = new Set([given.shown ?? "", isRight ? typed : "", ...named].map(heardAs));
  const others: string[] = [];
  for (const answer of acceptedBy(asked, isRight)) {
    if (said.has(heardAs(answer)) || others.length === most) continue;
    said.add(heardAs(answer));
    others.push(answer);
  }
  const isTold = isRight || given.shown !== undefined;
  const isShown = isRight && given.shown !== undefined && heardAs(given.shown) === heardAs(typed);
  return {
    typed: typed === "" || isShown ? null : typed,
    right: isTold ? [] : others,
    also: isTold ? others : [],
  };
}

/** The accepted answers; of a card that takes any number near one, that number, unless it was given. */
function acceptedBy({ accept, number }: Asked, isRight: boolean): readonly string[] {
  if (accept.length > 0 || !number || isRight) return accept;
  return [`${number.value}${number.unit ? ` ${number.unit}` : ""}`];
}

/** Spellings that a reader takes for the same are told once. */
function heardAs(answer: string): string {
  return asHeard(normaliseTyped(answer, false));
}
