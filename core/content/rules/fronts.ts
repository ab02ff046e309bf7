import { filledFront } from "#core/content/build/cloze-gap";
import { parseInline, plainText } from "#core/content/inline";
import { type Draft, problemAt } from "#core/content/read/draft";
import type { Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import type { AuthoredCard } from "#core/content/read/shapes";
import { type CardRule, cardProblem } from "./authored-texts";

/** Characters that a learner reads before answering, marks not counted. */
const frontLimit = 240;

/** The front as it is read: without marks, a cloze with its answer in the gap. */
function shownFront(card: AuthoredCard): string {
  return plainText(card.kind === "cloze" ? filledFront(card.front) : card.front);
}

/** A front has at most 240 characters. */
export const frontIsShort: CardRule = (card) => {
  const { length } = shownFront(card.value);
  if (length <= frontLimit) return [];
  const message = `the front has ${length} characters; the most is ${frontLimit}.`;
  return [cardProblem(card, ["front"], { message })];
};

const negation =
  /\b(?:no longer|not|never|except|cannot|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|would|should|could|must)n['’]t)\b/i;

/** A negation in the front of a choice or multi card is *emphasised*: it is easily read over. */
export const negationIsEmphasised: CardRule = (card) => {
  const { kind, front } = card.value;
  if (kind !== "choice" && kind !== "multi") return [];
  for (const span of parseInline(front)) {
    const word = span.mark === "text" ? negation.exec(span.text)?.[0] : undefined;
    if (word === undefined) continue;
    const message = `"${word}" in the front is easily read over.`;
    return [cardProblem(card, ["front"], { message, hint: `Write *${word}*, or ask without it.` })];
  }
  return [];
};

/** Words that say nothing about what is asked. */
const fillers = new Set(
  "a an the of in on at to for by with and or is are was were be do does did it its this that".split(
    " ",
  ),
);
/** Share of common words from which two fronts ask the same. */
const nearDuplicate = 0.85;

type Worded = { card: Authored<AuthoredCard>; words: Set<string> };

/** No two cards ask nearly the same in nearly the same words. */
export function frontsDiffer(draft: Draft): Problem[] {
  const seen: Worded[] = [];
  return draft.cards.flatMap((card): Problem[] => {
    const now: Worded = { card, words: wordsOf(shownFront(card.value)) };
    const other = seen.find((before) => overlap(before.words, now.words) >= nearDuplicate);
    seen.push(now);
    if (other === undefined) return [];
    const place = `${other.card.file}:${other.card.lineAt(["front"])}`;
    const message = `${card.value.id}: the front is nearly that of ${other.card.value.id} (${place}).`;
    const hint = "Ask something else, or leave one of the two out.";
    return [problemAt(card, ["front"], { message, hint })];
  });
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !fillers.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/** Words in both, as a share of the words in either. */
function overlap(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < nearDuplicate * large.size) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / (a.size + b.size - common);
}
