import type { DrawnCard } from "#core/content/draw-card";
import type { CardKind } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";

/**
 * What every answer input is given. Before the verdict it takes the learner's answer, beginning
 * with what was `given` before (in an exam an answer can be changed); after it, it shows the same
 * parts, marked. `display` is the order on the screen, as indexes into the card's
 * own list.
 */
export type AnswerProps<K extends CardKind> = {
  card: Extract<DrawnCard, { kind: K }>;
  display: readonly number[];
  given: AnswerOf<K> | null;
  verdict: Verdict | null;
  shortcuts: boolean;
  onAnswer: (answer: AnswerOf<K>) => void;
};

/** The items of `list` in the order on the screen, each with its index in the card. */
export function inOrder<T>(list: readonly T[], display: readonly number[]) {
  return display.flatMap((index) => {
    const item = list[index];
    return item === undefined ? [] : [{ index, item }];
  });
}
