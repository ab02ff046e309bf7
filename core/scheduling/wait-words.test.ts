import { describe, expect, it } from "vitest";
import type { ScheduledState } from "./types";
import { waitWords } from "./wait-words";

const state = (phase: ScheduledState["phase"], days: number): ScheduledState => ({
  phase,
  stability: days,
  difficulty: 5,
  due: 0,
  dueDay: 100 + days,
  step: 0,
  reps: 1,
  lapses: 0,
  lastReview: 0,
  lastDay: 100,
  utcOffset: 0,
  missed: false,
  folded: 1,
});

describe("waitWords", () => {
  it.each([
    [60_000, "in 1 minute"],
    [600_000, "in 10 minutes"],
  ])("says minutes while a card is in its steps: %i ms", (wait, words) => {
    expect(waitWords({ state: state("learning", 0), wait })).toBe(words);
  });

  it.each([
    [1, "1 day"],
    [2, "2 days"],
    [59, "59 days"],
    [60, "2 months"],
    [365, "12 months"],
    [700, "1.9 years"],
  ])("counts study days, not hours: %i", (days, words) => {
    expect(waitWords({ state: state("review", days), wait: 0 })).toBe(words);
  });
});
