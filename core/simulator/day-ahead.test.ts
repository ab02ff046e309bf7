import { expect, test } from "vitest";
import { knownState, madeNow, madeQueue } from "#core/scheduling/made-queue";
import { defaultSettings } from "#core/scheduling/settings";
import type { CardState } from "#core/scheduling/types";
import { dayAhead } from "./day-ahead";

const due = knownState();
const settings = { ...defaultSettings, newPerDay: 2 };
const secondsOf = (_: string, isNew: boolean) => (isNew ? 75 : 20);

function ahead(letters: string, states: Record<string, CardState>, change = {}) {
  const learner = { ...madeQueue(letters, states), settings, time: null, secondsOf, ...change };
  return dayAhead(learner);
}

test("tells what is to review and what is new, within the day's limits", () => {
  const learning = knownState({ phase: "learning", due: madeNow.ms - 1 });
  const states = { a: due, b: learning, c: knownState({ dueDay: madeNow.studyDay + 1 }) };
  expect(ahead("abcdefg", states)).toMatchObject({
    known: ["b", "a"],
    fresh: ["d", "e"],
    caughtUp: null,
  });
});

test("after a break has as many as the limit, nothing new, and a day on which all is caught up", () => {
  const states = Object.fromEntries([..."abcde"].map((id) => [id, due]));
  const { known, fresh, caughtUp } = ahead("abcdefgh", states, {
    settings: { ...settings, reviewsPerDay: 2 },
  });
  expect(known).toHaveLength(2);
  expect(fresh).toEqual([]);
  // Two of five today, two tomorrow: the day after has room for what is left.
  expect(caughtUp?.studyDay).toBe(madeNow.studyDay + 2);
});

test("has nothing more once the day's minutes are over, and says what the next day brings", () => {
  const states = Object.fromEntries([..."abcde"].map((id) => [id, due]));
  const time = { left: 0, whole: 60, canWaitFrom: 0.95, secondsOf };
  expect(ahead("abcdefgh", states, { time })).toMatchObject({
    known: [],
    fresh: [],
    next: { when: "day", studyDay: madeNow.studyDay + 1, reviews: 3, fresh: 0 },
  });
});

test("tells when the next comes where nothing is to be done", () => {
  const states = { a: knownState({ dueDay: madeNow.studyDay + 2 }) };
  expect(ahead("a", states)).toMatchObject({
    known: [],
    fresh: [],
    next: { when: "day", reviews: 1, fresh: 0 },
  });
});
