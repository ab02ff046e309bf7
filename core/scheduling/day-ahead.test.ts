import { expect, test } from "vitest";
import { dayAhead } from "./day-ahead";
import { knownState, madeNow, madeQueue } from "./made-queue";
import { defaultSettings } from "./settings";

const due = knownState();
const settings = { ...defaultSettings, newPerDay: 2 };

test("tells what is to review and what is new, within the day's limits", () => {
  const learning = knownState({ phase: "learning", due: madeNow.ms - 1 });
  const states = { a: due, b: learning, c: knownState({ dueDay: madeNow.studyDay + 1 }) };
  const ahead = dayAhead(madeQueue("abcdefg", states, { settings }));
  expect(ahead).toMatchObject({ known: ["b", "a"], fresh: ["d", "e"], later: 0 });
});

test("tells how many due cards the day's limit leaves to later days", () => {
  const states = Object.fromEntries([..."abcde"].map((id) => [id, due]));
  const limited = { ...settings, reviewsPerDay: 2 };
  const ahead = dayAhead(madeQueue("abcde", states, { settings: limited }));
  expect(ahead.known).toHaveLength(2);
  expect(ahead.later).toBe(3);
});

test("tells when the next comes where nothing is to be done", () => {
  const states = { a: knownState({ dueDay: madeNow.studyDay + 2 }) };
  const ahead = dayAhead(madeQueue("a", states, { settings }));
  expect(ahead).toMatchObject({
    known: [],
    fresh: [],
    next: { when: "day", reviews: 1, fresh: 0 },
  });
});
