import type { Quantity } from "#core/content/types";
import { gradeTyped, type Typed, tellMended } from "#core/grading/typed/grade-typed";
import { plainTyping } from "#core/grading/typed/normalise-typed";
import { type ParsedNumber, parseNumber } from "#core/grading/typed/parse-number";
import { undressed, wordsOf } from "#core/grading/typed/undress";
import { unitScales } from "#core/grading/typed/unit-scales";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { correct, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { typingText } from "#core/text/grading/typing-text";

type Asked = Typed & { number?: Quantity };

/** A word, a name or a number. */
export function gradeText(card: Asked, answer: Pick<AnswerOf<"text">, "text">): Verdict {
  return tellMended(verdictOf(card, answer), card, answer.text);
}

function verdictOf(card: Asked, answer: Pick<AnswerOf<"text">, "text">): Verdict {
  const typed = gradeTyped(card, answer.text);
  if (!card.number || typed.outcome !== "wrong" || typed.reasons.length > 0) return typed;
  const given = readNumber(card, card.number, answer.text);
  if (given) return gradeNumber(card, card.number, given);
  const numberOnly = card.accept.every((text) => parseNumber(text) !== null);
  const { unit } = card.number;
  if (!numberOnly) return typed;
  return unreadable(unit ? gradingText().typeNumberIn(unit) : gradingText().typeNumber);
}

/** The number in an answer, with as little taken off as leaves one in the unit that is asked. */
function readNumber(card: Asked, { unit }: Quantity, text: string): ParsedNumber | null {
  const forms = undressed(plainTyping(text).toLowerCase(), { ...card, exact: false }).flat();
  const found = forms.map(parseNumber).filter((one) => one !== null);
  const fits = (given: string) =>
    given === "" || (unit ? unitScales(given, unit).length > 0 : saysNoUnit(given, card));
  return found.find((one) => fits(one.unit)) ?? found[0] ?? null;
}

/** Whether what follows a number only says again what is counted. */
function saysNoUnit(after: string, card: Asked): boolean {
  const words = [...wordsOf(card)];
  const isSaid = (word: string) => words.some((one) => one.startsWith(word.slice(0, 4)));
  const said = after.match(/[\p{L}\d]+/gu) ?? [];
  const isRepeated = said.every((word) => word.length > 2 && isSaid(word));
  return typingText().afterNumber.test(after) || (said.length > 0 && isRepeated);
}

function gradeNumber(card: Asked, number: Quantity, given: ParsedNumber): Verdict {
  const text = gradingText();
  const { unit } = number;
  if (unit === undefined && given.unit !== "" && !saysNoUnit(given.unit, card)) {
    return unreadable(text.typeNumberAlone);
  }
  const scales = unit === undefined || given.unit === "" ? [1] : unitScales(given.unit, unit);
  if (unit !== undefined && scales.length === 0) return unreadable(text.answerIn(unit));
  const refused = card.refuse.find((one) => parseNumber(one.text)?.value === given.value);
  if (refused) return wrong([refused.why]);
  // Decimal fractions are not exact in binary: 0.3 must lie within 0.1 of 0.2.
  const rounding = 1e-9 * Math.max(1, Math.abs(number.value));
  const offs = scales.map((scale) => given.value * scale - number.value);
  const off = offs.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best));
  if (Math.abs(off) > number.tolerance + rounding) {
    return wrong([off > 0 ? text.tooHigh : text.tooLow]);
  }
  if (Math.abs(off) <= rounding) return correct();
  return correct([text.precisely(`${number.value}${unit ? ` ${unit}` : ""}`)]);
}
