import { codeSpan } from "#core/content/inline";
import type { Refused } from "#core/content/types";
import type { Verdict } from "#core/grading/types";
import { correct, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { typingText } from "#core/text/grading/typing-text";
import { isPlainTyping } from "#core/typing/mend-typing";
import { sayRepairs } from "#core/typing/say-repairs";
import { likeForm } from "./like-form";
import { normaliseTyped, type TypedReading, typedReadings } from "./normalise-typed";
import { typingSlips } from "./typing-slip";
import { type Question, undressed } from "./undress";

export type Typed = { accept: string[]; refuse: Refused[]; exact: boolean } & Question;

/**
 * A typed answer against what is accepted and what is refused. What a teacher passes over is taken
 * off first (undress.ts), the least that helps. A slip is forgiven only where the answer is nearer
 * to an accepted one than to any refused one, and the right spelling is said.
 */
export function gradeTyped(card: Typed, text: string): Verdict {
  const reading = readTyped(card, text);
  if (reading.text === "") return unreadable(gradingText().typeAnswer);
  const own = among(
    answersOf(card, (form) => form),
    [reading.text],
  );
  if (own !== null) return verdictOf(own);
  const layers = formsOf(card, reading);
  const found = findUndressed(card, layers);
  if (found !== null) return verdictOf(found);
  return card.exact
    ? gradeNearMiss(card, reading.text)
    : gradeSlip(card, layers.slice(0, 3).flat());
}

const verdictOf = (found: Found): Verdict =>
  found === "accepted" ? correct() : wrong([found.why]);

/** The answer as it was typed, then with ever more taken off, each in the form of normaliseTyped. */
function formsOf(card: Typed, { text, plain }: TypedReading): string[][] {
  const layers = undressed(plain, card).map((layer) =>
    layer.map((form) => normaliseTyped(form, card.exact)).filter((form) => form !== ""),
  );
  return [[text], ...layers];
}

type Found = "accepted" | Refused;

/** What an answer is by the fewest things taken off, where it is none by its own words. */
function findUndressed(card: Typed, layers: string[][]): Found | null {
  const answers = answersOf(card, card.exact ? (form) => form : likeForm);
  return layers.reduce<Found | null>((best, forms) => best ?? among(answers, forms), null);
}

type Answers = {
  rights: ReadonlySet<string>;
  wrongs: ReadonlyMap<string, Refused>;
  formOf: (answer: string) => string;
  like: (form: string) => string;
};

function answersOf({ accept, refuse, exact }: Typed, like: Answers["like"]): Answers {
  const formOf = (answer: string) => like(normaliseTyped(answer, exact));
  const wrongs = new Map<string, Refused>();
  for (const one of refuse) {
    const form = formOf(one.text);
    if (!wrongs.has(form)) wrongs.set(form, one);
  }
  return { rights: new Set(accept.map(formOf)), wrongs, formOf, like };
}

function among({ rights, wrongs, formOf, like }: Answers, forms: string[]): Found | null {
  // Two answers at once are right where each is.
  const isRight = (form: string) => {
    if (rights.has(like(form))) return true;
    const parts = form.split(typingText().either).filter((part) => part.trim() !== "");
    return parts.every((part) => rights.has(formOf(part)));
  };
  if (forms.some(isRight)) return "accepted";
  const given = new Set(forms.map(like));
  for (const [form, refused] of wrongs) if (given.has(form)) return refused;
  return null;
}

/** The way to read an answer that fits the card best. */
function readTyped(card: Typed, text: string): TypedReading {
  const readings = typedReadings(text, card.exact);
  const fitting = (others: string[]) => {
    const forms = others.map((other) => normaliseTyped(other, card.exact));
    return readings.find((one) => forms.includes(one.text));
  };
  const refused = card.refuse.map((one) => one.text);
  const none = { text: "", plain: "", repairs: [] };
  return fitting(card.accept) ?? fitting(refused) ?? readings[0] ?? none;
}

/** A verdict with what was mended before the answer was read. */
export function tellMended(verdict: Verdict, card: Typed, text: string): Verdict {
  if (isPlainTyping(text)) return verdict;
  const { repairs } = readTyped(card, text);
  // Where quotes do not count, a keyboard's curly ones are no news.
  const told = card.exact ? repairs : repairs.filter(({ read }) => !/^['"]+$/.test(read));
  if (told.length === 0 || verdict.outcome === "unreadable") return verdict;
  return { ...verdict, reasons: [...verdict.reasons, ...sayRepairs(told, codeSpan)] };
}

function gradeSlip(card: Typed, forms: string[]): Verdict {
  const accepted = nearest(card.accept, forms);
  const refused = nearest(
    card.refuse.map((one) => one.text),
    forms,
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

function nearest(texts: string[], forms: string[]): { index: number; slips: number } | null {
  let best: { index: number; slips: number } | null = null;
  for (const [index, text] of texts.entries()) {
    const meant = normaliseTyped(text, false);
    for (const form of forms) {
      const slips = typingSlips(form, meant);
      if (slips !== null && (best === null || slips < best.slips)) best = { index, slips };
    }
  }
  return best;
}
