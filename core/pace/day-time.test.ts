import { expect, it } from "vitest";
import type { Review } from "#core/log/types";
import { dayTime } from "./day-time";

const words = new Map([["a", { ask: 43, tell: 86 }]]);
const settings = { minutesPerDay: 10, desiredRetention: 0.9 };
/** An answer so many seconds into the day, after so many seconds of thought. */
const review = (seconds: number, duration: number, studyDay = 7): Review =>
  ({
    ...{ type: "review", id: `${seconds}`, card: "a", studyDay, at: seconds * 1000 },
    duration: duration * 1000,
  }) as Review;

function leftAfter(recent: Review[], minutesPerDay = 10) {
  const day = { settings: { ...settings, minutesPerDay }, recent, studyDay: 7, words, pace: 1 };
  return dayTime(day)?.left ?? null;
}

it("is nothing where the learner has set no minutes", () => {
  expect(leftAfter([], 0)).toBeNull();
});

it("counts from answer to answer, and after a pause from the question on", () => {
  expect(leftAfter([])).toBe(600);
  expect(leftAfter([review(100, 20)])).toBe(580);
  expect(leftAfter([review(100, 20), review(150, 20), review(1_000, 30)])).toBe(500);
  // In whatever order they are known; those of another day are another day's.
  expect(leftAfter([review(150, 20), review(100, 20), review(90, 40, 6)])).toBe(530);
});

it("has no less than nothing left", () => {
  expect(leftAfter([review(100, 20), review(200, 20)], 1)).toBe(0);
});

it("takes a new card for two questions and its back", () => {
  const time = dayTime({ settings, recent: [], studyDay: 7, words, pace: 2 });
  // 43 words are 12 seconds of reading, and an answer takes 12; 86 words are 24.
  expect(time?.secondsOf("a", false)).toBeCloseTo(48);
  expect(time?.secondsOf("a", true)).toBeCloseTo(144);
});
