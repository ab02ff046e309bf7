import { expect, test } from "vitest";
import type { ScheduledState } from "#core/scheduling/types";
import { cardStateWords } from "./card-state-words";

const at = { studyDay: 100 };

const scheduled = (state: Partial<ScheduledState>): ScheduledState => ({
  phase: "review",
  stability: 10,
  difficulty: 5,
  due: 0,
  dueDay: 100,
  step: 0,
  reps: 1,
  lapses: 0,
  lastReview: 0,
  lastDay: 90,
  utcOffset: 0,
  missed: false,
  folded: 1,
  ...state,
});

test("a card without a schedule has no numbers", () => {
  expect(cardStateWords(undefined, at)).toBe("not studied yet");
  expect(cardStateWords({ phase: "new", missed: false, folded: 2 }, at)).toBe("not studied yet");
  expect(cardStateWords({ phase: "new", missed: true, folded: 1 }, at)).toBe("missed in a quiz");
});

test("a card that is being learned says only when it is due", () => {
  const learning = scheduled({ phase: "learning", lastDay: 100 });
  expect(cardStateWords(learning, at)).toBe("being learned, due today");
  expect(cardStateWords({ ...learning, phase: "relearning", dueDay: 101 }, at)).toBe(
    "being learned, due tomorrow",
  );
});

test.each([
  [98, "due today"],
  [100, "due today"],
  [101, "due tomorrow"],
  [102, "due in 2 days"],
])("a card of day %i is %s", (dueDay, words) => {
  // After as many days as its stability, a card is recalled at nine in ten.
  expect(cardStateWords(scheduled({ dueDay }), at)).toBe(`recall 90\u00a0%, ${words}`);
});

test("a card is not said to be sure before it is", () => {
  const fresh = scheduled({ stability: 1000, lastDay: 99, dueDay: 900 });
  expect(cardStateWords(fresh, at)).toBe("recall 99\u00a0%, due in 800 days");
});
