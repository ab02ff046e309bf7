import { describe, expect, it } from "vitest";
import type { DeckIndex } from "#core/content/types";
import { reviewWith, voidOf } from "#core/log/random-log";
import type { Entry } from "#core/log/types";
import { madeNow } from "#core/scheduling/made-queue";
import { progressModel } from "./progress-model";

const index: DeckIndex = { version: "d1", topics: [], concepts: [], cards: [], parts: {} };
const settings = { desiredRetention: 0.9 };

const place = { device: "phone", sequence: 1 };
const plan = {
  ...{ topics: [], questions: [{ card: "a", seed: 1 }] },
  style: "placement" as const,
};
const placement: Entry[] = [
  { type: "quiz", id: "start", ...place, at: 0, quiz: "quiz", event: "start", plan },
  { type: "quiz", id: "finish", ...place, at: 9, quiz: "quiz", event: "finish", plan: null },
];
const answer = reviewWith({ id: "answer", card: "a", mode: "placement", confidence: 3, at: 5 });

const modelOf = (entries: Entry[]) =>
  progressModel({ index, states: new Map(), totals: [], entries, settings, at: madeNow });

describe("a placement in the progress", () => {
  it("counts until it is taken back, and then stands in the list of quizzes alone", () => {
    const before = modelOf([...placement, answer]);
    expect(before.calibration.count).toBe(1);
    const after = modelOf([...placement, answer, voidOf(answer)]);
    expect(after.calibration.count).toBe(0);
    expect(after.quizzes).toMatchObject([{ quiz: "quiz", takenBack: true }]);
  });
});
