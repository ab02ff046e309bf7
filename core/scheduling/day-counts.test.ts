import { describe, expect, it } from "vitest";
import type { Entry } from "#core/log/types";
import { countDay } from "./day-counts";
import type { ScheduledState } from "./types";

const review = (id: string, card: string, studyDay: number): Entry => ({
  type: "review",
  id,
  card,
  studyDay,
  device: "d",
  sequence: 1,
  at: studyDay * 86_400_000,
  cardVersion: "v",
  deckVersion: "v",
  mode: "study",
  quiz: null,
  utcOffset: 0,
  answer: { kind: "recall" },
  seed: 1,
  verdict: null,
  overruled: false,
  confidence: null,
  rating: "good",
  duration: 1000,
});

const state = (reps: number): ScheduledState => ({
  phase: "review",
  stability: 3,
  difficulty: 5,
  due: 0,
  dueDay: 0,
  step: 0,
  reps,
  lapses: 0,
  lastReview: 0,
  lastDay: 0,
  utcOffset: 0,
  missed: false,
  folded: reps,
});

describe("countDay", () => {
  it("tells a card met today from one that came back, each counted once", () => {
    const entries = [review("1", "a", 9), review("2", "a", 9), review("3", "b", 9)];
    const states = new Map([
      ["a", state(2)],
      ["b", state(5)],
    ]);
    expect(countDay(entries, states, 9)).toEqual({ newDone: 1, reviewsDone: 1 });
  });

  it("leaves out other days and what was taken back", () => {
    const taken: Entry = {
      type: "void",
      id: "v",
      target: "2",
      card: "b",
      device: "d",
      sequence: 2,
      at: 1,
    };
    const entries = [review("1", "a", 8), review("2", "b", 9), taken];
    const states = new Map([
      ["a", state(1)],
      ["b", state(4)],
    ]);
    expect(countDay(entries, states, 9)).toEqual({ newDone: 0, reviewsDone: 0 });
  });

  it("does not count a quiz answer to a card that has no schedule", () => {
    const states = new Map([["a", { phase: "new", missed: true, folded: 1 } as const]]);
    expect(countDay([review("1", "a", 9)], states, 9)).toEqual({ newDone: 0, reviewsDone: 0 });
  });

  it("lets a placement take nothing of the day's new cards", () => {
    const placed = { ...review("1", "a", 9), mode: "placement" } as Entry;
    const states = new Map([["a", state(1)]]);
    expect(countDay([placed], states, 9)).toEqual({ newDone: 0, reviewsDone: 0 });
    const studied = new Map([["a", state(2)]]);
    expect(countDay([placed, review("2", "a", 9)], studied, 9)).toEqual({
      newDone: 0,
      reviewsDone: 1,
    });
  });
});
