import type { OrderCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areDistinctIndexes } from "#core/grading/verdict/answer-shape";
import { fromShare, unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { longestRise } from "./longest-rise";

/**
 * Items in order. The fewest items that would have to move are out of place; with k of n items in
 * place the credit is (k - 1) / (n - 1): 0 when turned round, 1 only when all is in order. Partly
 * from half on. Items with the same text may stand for each other. The place of one item that is
 * left is told by the others; of a final answer, what was put nowhere is out of place.
 */
export function gradeOrder(card: OrderCard, answer: AnswerOf<"order">, isFinal: boolean): Verdict {
  const { items } = card;
  const order = completed(answer.order, items.length);
  const isWhole = order.length === items.length || (isFinal && order.length > 0);
  if (!isWhole || !areDistinctIndexes(order, items.length)) {
    return unreadable(gradingText().orderAll);
  }
  const places = ranks(card, order);
  const inPlace = new Set(longestRise(places).map((position) => places[position]));
  const parts = items.map((item, index) => ({
    index,
    right: inPlace.has(index),
    ...(item.why === undefined ? {} : { why: item.why }),
  }));
  const moved = items.length - inPlace.size;
  const credit = moved === 0 ? 1 : (inPlace.size - 1) / (items.length - 1);
  const reasons = moved === 0 ? [] : [gradingText().outOfPlace(moved)];
  return fromShare(credit, 0.5, { reasons, parts });
}

/** With the one item that was not put anywhere at the end; unchanged where it is not one. */
function completed(order: readonly number[], length: number): readonly number[] {
  if (order.length !== length - 1 || length < 3) return order;
  return [
    ...order,
    ...Array.from({ length }, (_, index) => index).filter((i) => !order.includes(i)),
  ];
}

/** The place each answered item belongs to; of equal texts, the first answered takes the first. */
function ranks(card: OrderCard, order: readonly number[]): number[] {
  const places = new Map<string, number[]>();
  card.items.forEach((item, index) => {
    places.set(item.text, [...(places.get(item.text) ?? []), index]);
  });
  return order.map((index) => places.get(card.items[index]?.text ?? "")?.shift() ?? index);
}
