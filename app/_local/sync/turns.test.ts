import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTurns, type Turns } from "./turns";

let turns: Turns;
let begun: number[] = [];
/** When each answer was given that was not sent, and how many went and had waited how long. */
let unsent: number[] = [];
let sent: { answers: number; waited: number }[] = [];
const start = Date.UTC(2026, 0, 5);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  [begun, unsent, sent] = [[], [], []];
  turns = makeTurns({
    run: () => {
      turns.begin();
      begun.push(Date.now() - start);
      if (unsent[0]) sent.push({ answers: unsent.length, waited: Date.now() - unsent[0] });
      unsent = [];
    },
    isSent: () => unsent.length === 0,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Answers so many cards, one every `each` milliseconds; gives when they were. */
function answer(count: number, each: number): void {
  for (let given = 0; given < count; given += 1) {
    vi.advanceTimersByTime(each);
    unsent.push(Date.now());
    turns.gather();
  }
}

describe("answers that come one after the other", () => {
  it.each([600, 1_000, 3_000, 6_000, 10_000, 30_000, 59_000])(
    "wait for no more than 15 of them or a minute, at %i ms each",
    (each) => {
      answer(200, each);
      vi.advanceTimersByTime(60_000);
      expect(unsent).toEqual([]);
      expect(sent.reduce((sum, { answers }) => sum + answers, 0)).toBe(200);
      for (const { answers, waited } of sent) {
        expect(answers).toBeLessThanOrEqual(15);
        expect(waited).toBeLessThanOrEqual(60_000);
      }
    },
  );

  it("make a request of ten at 6 s a card", () => {
    for (let given = 1; given <= 300; given += 1) {
      answer(1, 6_000);
      if (given < 40) continue;
      expect(begun.length / given, `after ${given} answers`).toBeLessThanOrEqual(0.1);
    }
  });

  it("make less than a request of ten when they are quicker", () => {
    answer(300, 1_000);
    expect(begun.length / 300).toBeLessThan(0.1);
  });
});

describe("a learner who rests", () => {
  it("is saved soon at first", () => {
    answer(1, 0);
    vi.advanceTimersByTime(10_000);
    expect(unsent).toEqual([]);
  });

  it("is saved soon after a long quick session, too", () => {
    answer(201, 1_000);
    expect(unsent).not.toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(unsent).toEqual([]);
  });

  it("causes no request when all has gone with another one", () => {
    answer(3, 1_000);
    unsent = [];
    vi.advanceTimersByTime(120_000);
    expect(begun).toEqual([]);
    answer(1, 1_000);
    vi.advanceTimersByTime(10_000);
    expect(begun).toHaveLength(1);
  });
});

describe("exchanges that are asked for", () => {
  it("begin within the time asked for, the earliest that was", () => {
    turns.within(5_000);
    turns.within(60_000);
    turns.within(1_000);
    vi.advanceTimersByTime(120_000);
    expect(begun).toEqual([1_000]);
  });

  it("do not put off what was answered, nor does that put them off", () => {
    turns.within(30_000);
    answer(1, 0);
    vi.advanceTimersByTime(7_000);
    expect(begun).toEqual([7_000]);
  });

  it("are at most eight a minute, however often", () => {
    for (let asked = 0; asked < 300; asked += 1) {
      turns.within(0);
      vi.advanceTimersByTime(1_000);
    }
    for (const at of begun) {
      expect(begun.filter((other) => other >= at && other < at + 60_000).length).toBeLessThan(9);
    }
    expect(begun.length).toBeGreaterThan(30);
  });

  it("are none once nothing is to come by itself", () => {
    answer(2, 100);
    turns.within(10);
    turns.stop();
    vi.advanceTimersByTime(120_000);
    expect(begun).toEqual([]);
  });
});
