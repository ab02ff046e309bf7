import { codeSpan } from "#core/content/inline";
import type { Refused } from "#core/content/types";
import type { Verdict } from "#core/grading/types";
import { correct, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import type { Reading } from "#core/typing/mend-typing";
import { sayRepairs } from "#core/typing/say-repairs";
import { normaliseTyped, typedReadings } from "./normalise-typed";
import { typingSlips } from "./typing-slip";

export type Typed = { accept: string[]; refuse: Refused[]; exact: boolean };

/**
 * A typed answer against what is accepted and what is refused. A slip is forgiven only where the
 * answer is nearer to an accepted one than to any refused one, and the right spelling is said.
 */
export function gradeTyped(card: Typed, text: string): Verdict {
  const given = readTyped(card, text).text;
  if (given === "") return unreadable(gradingText().typeAnswer);
  const same = (other: string) => normaliseTyped(other, card.exact) === given;
  if (card.accept.some(same)) return correct();
  const refused = card.refuse.find((one) => same(one.text));
  if (refused) return wrong([refused.why]);
  return card.exact ? gradeNearMiss(card, given) : gradeSlip(card, given);
}

/** The way to read an answer that fits the card best. */
function readTyped(card: Typed, text: string): Reading {
  const readings = typedReadings(text, card.exact);
  const fitting = (others: string[]) => {
    const forms = others.map((other) => normaliseTyped(other, card.exact));
    return readings.find((one) => forms.includes(one.text));
  };
  const refused = card.refuse.map((one) => one.text);
  return fitting(card.accept) ?? fitting(refused) ?? readings[0] ?? { text: "", repairs: [] };
}

/** A verdict with what was mended before the answer was read. */
export function tellMended(verdict: Verdict, card: Typed, text: string): Verdict {
  const { repairs } = readTyped(card, text);
  // Where quotes do not count, a keyboard's curly ones are no news.
  const told = card.exact ? repairs : repairs.filter(({ read }) => !/^['"]+$/.test(read));
  if (told.length === 0 || verdict.outcome === "unreadable") return verdict;
  return { ...verdict, reasons: [...verdict.reasons, ...sayRepairs(told, codeSpan)] };
}

function gradeSlip(card: Typed, given: string): Verdict {
  const accepted = nearest(card.accept, given);
  const refused = nearest(
    card.refuse.map((one) => one.text),
    given,
  );
  if (accepted && (!refused || accepted.slips < refused.slips)) {
    const right = card.accept[accepted.index] ?? "";
    return correct([gradingText().spelled(right.replaceAll("`", ""))]);
  }
  const why = refused && card.refuse[refused.index]?.why;
  return wrong(why ? [why] : []);
}

/** Where spelling is the point, a learner who knew the word is told what was amiss. */
function gradeNearMiss(card: Typed, given: string): Verdict {
  const loose = normaliseTyped(given, false);
  const sameLetters = card.accept.some((one) => normaliseTyped(one, false) === loose);
  return wrong(sameLetters ? [gradingText().exactly] : []);
}

function nearest(texts: string[], given: string): { index: number; slips: number } | null {
  let best: { index: number; slips: number } | null = null;
  for (const [index, text] of texts.entries()) {
    const slips = typingSlips(given, normaliseTyped(text, false));
    if (slips !== null && (best === null || slips < best.slips)) best = { index, slips };
  }
  return best;
}
