import { describe, expect, it } from "vitest";
import { knownState, madeNow, madeQueue } from "./made-queue";
import { nextDue } from "./next-due";
import { msPerMinute } from "./study-day";

const now = madeNow;
const today = now.studyDay;

describe("nextDue", () => {
  const done = { counts: { newDone: 10, reviewsDone: 0 } };

  it("names the minute when a card in its steps comes back today", () => {
    const due = now.ms + 6 * msPerMinute;
    const states = { a: knownState({ phase: "learning", due }) };
    expect(nextDue(madeQueue("ab", states, done))).toEqual({ when: "today", due, cards: 1 });
  });

  it("names tomorrow with its reviews and new cards", () => {
    const states = { a: knownState({ dueDay: today + 1 }), b: knownState({ dueDay: today + 2 }) };
    expect(nextDue(madeQueue("abcde", states, done))).toEqual({
      when: "day",
      studyDay: today + 1,
      reviews: 1,
      fresh: 3,
    });
  });

  it("names a later day when nothing new is left", () => {
    const states = { a: knownState({ dueDay: today + 12 }), b: knownState({ dueDay: today + 20 }) };
    expect(nextDue(madeQueue("ab", states))).toEqual({
      when: "day",
      studyDay: today + 12,
      reviews: 1,
      fresh: 0,
    });
  });

  it("counts what today's limit left over for tomorrow, up to tomorrow's limit", () => {
    const states = { a: knownState(), b: knownState(), c: knownState(), d: knownState() };
    const settings = { newPerDay: 0, reviewsPerDay: 3 };
    const input = madeQueue("abcd", states, { settings, counts: { newDone: 0, reviewsDone: 3 } });
    expect(nextDue(input)).toMatchObject({ studyDay: today + 1, reviews: 3 });
  });

  it("puts a step that passes 4 am on tomorrow", () => {
    const states = { a: knownState({ phase: "learning", due: now.ms + 6e5, dueDay: today + 1 }) };
    expect(nextDue(madeQueue("a", states))).toMatchObject({ when: "day", reviews: 1, fresh: 0 });
  });

  it("is null when nothing will ever come", () => {
    expect(nextDue(madeQueue("", { a: knownState() }))).toBeNull();
    const settings = { newPerDay: 0, reviewsPerDay: 0 };
    expect(
      nextDue(madeQueue("ab", { a: knownState({ dueDay: today + 3 }) }, { settings })),
    ).toBeNull();
  });
});
