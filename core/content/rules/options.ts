import { plainText } from "#core/content/inline";
import type { Authored } from "#core/content/read/reader";
import type { AuthoredCard, AuthoredCardOf } from "#core/content/read/shapes";
import { type CardRule, cardProblem } from "./authored-texts";

function optionsOf({ value }: Authored<AuthoredCard>): AuthoredCardOf<"choice">["options"] {
  return "options" in value ? (value.options ?? []) : [];
}

/** Exactly one option of a choice is right; of a multi at least two are, and one is wrong. */
export const rightOptionsAreCounted: CardRule = (card) => {
  const options = optionsOf(card);
  const right = options.filter((option) => option.right).length;
  const hint = 'Mark right ones with "right: true".';
  const isChoice = card.value.kind === "choice" || card.value.kind === "output";
  if (isChoice && options.length > 0 && right !== 1) {
    const message = `a choice has exactly one right option, this one has ${right}.`;
    return [cardProblem(card, ["options"], { message, hint })];
  }
  if (card.value.kind !== "multi") return [];
  if (right < 2) {
    const message = `a multi card has two right options or more, this one has ${right}.`;
    return [cardProblem(card, ["options"], { message, hint })];
  }
  if (right < options.length) return [];
  return [cardProblem(card, ["options"], { message: "a multi card needs a wrong option, too." })];
};

/** Characters up to which an option is too short to stand out (a command, a name). */
const shortOption = 12;
/** Times the others' mean length from which a right option tells itself by its length. */
const longest = 1.5;

/** A right option does not stand out by its length. */
export const rightOptionIsNoLonger: CardRule = (card) => {
  const options = optionsOf(card);
  const lengths = options.map((option) => plainText(option.text).length);
  return options.flatMap((option, i) => {
    const length = lengths[i] ?? 0;
    if (!option.right || length <= shortOption) return [];
    const others = lengths.filter((_, other) => other !== i);
    const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
    if (length <= longest * mean) return [];
    const message = `the right option has ${length} characters, the others ${Math.round(mean)} on average.`;
    const hint = `Shorten it to ${Math.floor(longest * mean)}, or lengthen the others.`;
    return [cardProblem(card, ["options", i, "text"], { message, hint })];
  });
};

const sweeping =
  /\b(?:all|none|both|any|neither|some) of (?:the above|these|them all|the others?)\b/i;

/** No "all of the above": it tests reading, and options are shuffled. */
export const noSweepingOption: CardRule = (card) =>
  optionsOf(card).flatMap((option, i) => {
    const phrase = sweeping.exec(plainText(option.text))?.[0];
    if (phrase === undefined) return [];
    const message = `"${phrase}" is no option: options are shuffled.`;
    const hint = "Write a multi card, or a misconception in its place.";
    return [cardProblem(card, ["options", i, "text"], { message, hint })];
  });
