import { describe, expect, it } from "vitest";
import { type Rating, ratings } from "#core/log/types";
import { outlooks, plainInterval, retrievability, stepOne } from "./fsrs";
import { momentOf, msPerDay, msPerMinute } from "./study-day";
import type { CardState, Moment, ScheduledState } from "./types";

const fresh: CardState = { phase: "new", missed: false, folded: 0 };
const start = Date.UTC(2026, 0, 5, 9);
const at = (ms: number): Moment => momentOf({ ms, utcOffset: 0 });

describe("golden numbers of FSRS-6", () => {
  it("good six times, again twice, good five times, each when due", () => {
    const history: Rating[] = [
      ...Array<Rating>(6).fill("good"),
      ...Array<Rating>(2).fill("again"),
      ...Array<Rating>(5).fill("good"),
    ];
    let state: CardState = fresh;
    let ms = start;
    const days: number[] = [];
    for (const rating of history) {
      const next = stepOne({ card: "c", state, at: at(ms), retention: 0.9 }, rating);
      const interval = next.phase === "review" ? plainInterval(next.stability, 0.9) : 0;
      days.push(interval);
      ms = interval > 0 ? ms + interval * msPerDay : next.due;
      state = next;
    }
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it("first stabilities", () => {
    const first = ratings.map((rating) => scheduled("c", rating).stability);
    expect(first).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
  });

  it("retrievability at stability 1 after 0 to 3 days", () => {
    const state = { ...scheduled("c", "good"), stability: 1, lastDay: 100 };
    const recall = [100, 101, 102, 103].map((studyDay) => retrievability(state, { studyDay }));
    expect(recall).toEqual([1, 0.9, 0.84588465, 0.8093881]);
    expect(retrievability(fresh, { studyDay: 100 })).toBeNull();
  });

  it("steps of 1, 6 and 10 minutes when new, 10 and 15 when forgotten", () => {
    const waits = (state: CardState) => {
      const four = outlooks({ card: "c", state, at: at(start), retention: 0.9 });
      return ratings.map((rating) => four[rating].wait / msPerMinute);
    };
    expect(waits(fresh).slice(0, 3)).toEqual([1, 6, 10]);
    expect(waits(scheduled("c", "good")).slice(0, 2)).toEqual([1, 6]);
    const known = scheduled("c", "easy");
    const forgotten = stepOne({ card: "c", state: known, at: at(start), retention: 0.9 }, "again");
    expect(forgotten).toMatchObject({ phase: "relearning", lapses: 1, step: 0 });
    expect(waits(forgotten).slice(0, 2)).toEqual([10, 15]);
  });
});

describe("the learner's own day", () => {
  it("midnight UTC between two reviews four minutes apart counts no day (ts-fsrs alone does)", () => {
    const first = scheduled("c", "easy", at(Date.UTC(2026, 6, 1, 23, 58)));
    const second = at(Date.UTC(2026, 6, 2, 0, 2));
    const next = stepOne({ card: "c", state: first, at: second, retention: 0.9 }, "good");
    const sameDay = stepOne(
      { card: "c", state: first, at: at(first.lastReview), retention: 0.9 },
      "good",
    );
    expect(next.stability).toBe(sameDay.stability);
    expect(next.stability).toBeLessThan(9);
  });

  it("4 am between them counts one", () => {
    const first = scheduled("c", "easy", at(Date.UTC(2026, 6, 2, 3, 58)));
    const second = at(Date.UTC(2026, 6, 2, 4, 2));
    const next = stepOne({ card: "c", state: first, at: second, retention: 0.9 }, "good");
    expect(next.stability).toBeGreaterThan(13);
  });

  it("a card studied late in the evening is due from the morning of its day", () => {
    const evening = at(Date.UTC(2026, 6, 1, 22));
    const state = scheduled("c", "easy", evening);
    expect(state.phase).toBe("review");
    expect(state.dueDay - evening.studyDay).toBe((state.due - evening.ms) / msPerDay);
  });

  it("a step that passes 4 am is due on the next study day", () => {
    const night = at(Date.UTC(2026, 6, 2, 3, 55));
    expect(scheduled("c", "good", night).dueDay).toBe(night.studyDay + 1);
    expect(scheduled("c", "again", night).dueDay).toBe(night.studyDay);
  });
});

function scheduled(card: string, rating: Rating, when = at(start)): ScheduledState {
  return stepOne({ card, state: fresh, at: when, retention: 0.9 }, rating);
}
