import type { Quantity } from "#core/content/types";
import { gradeTyped, type Typed, tellMended } from "#core/grading/typed/grade-typed";
import { type ParsedNumber, parseNumber } from "#core/grading/typed/parse-number";
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
  const given = parseNumber(answer.text);
  if (given) return gradeNumber(card, card.number, given);
  const numberOnly = card.accept.every((text) => parseNumber(text) !== null);
  const { unit } = card.number;
  if (!numberOnly) return typed;
  return unreadable(unit ? gradingText().typeNumberIn(unit) : gradingText().typeNumber);
}

function gradeNumber(card: Asked, number: Quantity, given: ParsedNumber): Verdict {
  const text = gradingText();
  if (number.unit && given.unit !== "" && !isUnit(given.unit, number.unit)) {
    return unreadable(text.answerIn(number.unit));
  }
  const refused = card.refuse.find((one) => parseNumber(one.text)?.value === given.value);
  if (refused) return wrong([refused.why]);
  const off = given.value - number.value;
  // Decimal fractions are not exact in binary: 0.3 must lie within 0.1 of 0.2.
  const rounding = 1e-9 * Math.max(1, Math.abs(number.value));
  if (Math.abs(off) > number.tolerance + rounding) {
    return wrong([off > 0 ? text.tooHigh : text.tooLow]);
  }
  if (Math.abs(off) <= rounding) return correct();
  return correct([text.precisely(`${number.value}${number.unit ? ` ${number.unit}` : ""}`)]);
}

function isUnit(given: string, unit: string): boolean {
  const { bareUnit } = typingText();
  return bareUnit(given.toLowerCase()) === bareUnit(unit.toLowerCase());
}
