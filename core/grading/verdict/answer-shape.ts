import type { CardKind } from "#core/content/types";
import type { Answer, AnswerOf, OptionsAnswer } from "#core/grading/types";

/** Longer lists and texts are no answer to any card, and would only cost time. */
const maxItems = 100;
const maxText = 500;

const isNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= maxItems && value.every((one) => Number.isInteger(one));

const isPlaces = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= maxItems &&
  value.every((one) => one === null || Number.isInteger(one));

const isText = (value: unknown): boolean => typeof value === "string" && value.length <= maxText;
/** Twice what any sensible command takes. */
const maxCommand = 2000;

type Loose = Readonly<Record<string, unknown>>;

const fits: Record<CardKind, (answer: Loose) => boolean> = {
  recall: () => true,
  list: (answer) => isNumbers(answer.said),
  cloze: (answer) => isText(answer.text),
  text: (answer) => isText(answer.text),
  choice: (answer) => Number.isInteger(answer.option),
  multi: (answer) => isNumbers(answer.options),
  order: (answer) => isNumbers(answer.order),
  match: (answer) => isPlaces(answer.rights),
  classify: (answer) => isPlaces(answer.bins),
  command: ({ text }) => typeof text === "string" && text.length <= maxCommand,
  diagram: (answer) => isPlaces(answer.labels),
  output: (answer) => Number.isInteger(answer.option) !== isText(answer.text),
};

/** Whether a value from anywhere has the fields of an answer to a card of this kind. */
export function isAnswerOf<K extends CardKind>(kind: K, value: unknown): value is AnswerOf<K> {
  if (typeof value !== "object" || value === null) return false;
  return (value as Partial<Answer>).kind === kind && fits[kind](value as Loose);
}

/** Whether a value from anywhere has the fields of an answer to options shown one at a time. */
export function isOptionsAnswer(value: unknown): value is OptionsAnswer {
  if (typeof value !== "object" || value === null) return false;
  const { kind, asked, said } = value as Loose;
  if (kind !== "options" || (asked !== "choice" && asked !== "multi" && asked !== "output")) {
    return false;
  }
  return Array.isArray(said) && said.length <= maxItems && said.every(isWord);
}

const isWord = (word: unknown): boolean => word === null || typeof word === "boolean";

/** Whether each of these is an index into a list of this length. */
export function areIndexes(values: readonly (number | null)[], length: number): boolean {
  return values.every((value) => value === null || (value >= 0 && value < length));
}

/** As areIndexes, and none stands twice. */
export function areDistinctIndexes(values: readonly number[], length: number): boolean {
  return areIndexes(values, length) && new Set(values).size === values.length;
}
