import type { OrderCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areDistinctIndexes } from "#core/grading/verdict/answer-shape";
import { fromShare, unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { longestRise } from "./longest-rise";

/**
 * Items in order. The fewest items that would have to move are out of place; with k of n items in
 * place the credit is (k - 1) / (n - 1): 0 when turned round, 1 only when all is in order. Partly
 * from half on. Items with the same text may stand for each other.
 */
export function gradeOrder(card: OrderCard, answer: AnswerOf<"order">): Verdict {
  const { items } = card;
  const { order } = answer;
  if (order.length !== items.length || !areDistinctIndexes(order, items.length)) {
    return unreadable(gradingText().orderAll);
  }
  const kept = longestRise(ranks(card, order));
  const inPlace = new Set(kept.map((position) => order[position]));
  const parts = items.map((item, index) => ({
    index,
    right: inPlace.has(index),
    ...(item.why === undefined ? {} : { why: item.why }),
  }));
  const moved = items.length - kept.length;
  const credit = moved === 0 ? 1 : (kept.length - 1) / (items.length - 1);
  const reasons = moved === 0 ? [] : [gradingText().outOfPlace(moved)];
  return fromShare(credit, 0.5, { reasons, parts });
}

/** The place each answered item belongs to; of equal texts, the first answered takes the first. */
function ranks(card: OrderCard, order: readonly number[]): number[] {
  const places = new Map<string, number[]>();
  card.items.forEach((item, index) => {
    places.set(item.text, [...(places.get(item.text) ?? []), index]);
  });
  return order.map((index) => places.get(card.items[index]?.text ?? "")?.shift() ?? index);
}
