import { describe, expect, it } from "vitest";
import { foldCard, unseenState } from "#core/log/fold-card";
import { reviewWith, voidOf } from "#core/log/random-log";
import { settleState } from "./settle-state";

const card = "card";
const retention = 0.9;
const noon = Date.UTC(2026, 0, 5, 12);
const review = (id: string, minutes: number, rating: "again" | "good" = "good") =>
  reviewWith({ id, at: noon + minutes * 60_000, sequence: minutes, rating });
const fold = (...log: Parameters<typeof foldCard>[1][number][]) =>
  foldCard(card, log, retention).state;

describe("settleState", () => {
  const one = review("one", 1);
  const two = review("two", 20, "again");
  /** What a tab thinks that has heard nothing of `one`. */
  const given = fold(two);

  it("puts a review behind the one of another tab", () => {
    const log = [one, two];
    const asked = { card, given, before: fold(one), added: [two], log, retention };
    expect(settleState(asked)).toEqual(fold(one, two));
    expect(settleState({ ...asked, log: [two] })).toEqual(fold(one, two));
  });

  it("folds the card when the review comes before the other tab's", () => {
    const asked = { card, given: fold(one), before: fold(two), added: [one], retention };
    expect(settleState({ ...asked, log: [two, one] })).toEqual(fold(one, two));
  });

  it("folds the card when a review is taken back that is not the last any more", () => {
    const added = [voidOf(one, { sequence: 30 })];
    const asked = { card, given: unseenState, before: fold(one, two), added, retention };
    expect(settleState({ ...asked, log: [one, two, ...added] })).toEqual(fold(one, two, ...added));
  });

  it("keeps the page's state where the log here is not whole", () => {
    const asked = { card, given: fold(one), before: fold(two), added: [one], retention };
    expect(settleState({ ...asked, before: { ...fold(two), folded: 9 }, log: [two, one] })).toEqual(
      fold(one),
    );
  });

  it("moves the day of a state that another tab changed, and no other", () => {
    const before = fold(one);
    const asked = { card, given: fold(two), before, added: [], log: [one], retention };
    expect(settleState(asked)).toMatchObject({ folded: 1, reps: 1, lastReview: one.at });
  });
});
