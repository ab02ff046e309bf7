import { expect, it } from "vitest";
import type { Rating } from "#core/log/types";
import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { leitner } from "./leitner";
import type { Scheduler } from "./scheduler";
import { sm2 } from "./sm2";

/** Days, before they are spread, after each rating given on the day that these make due. */
function intervals({ step }: Scheduler, ratings: readonly Rating[]): number[] {
  let state: CardState = { phase: "new", missed: false, folded: 0 };
  let ms = Date.UTC(2026, 0, 5, 18);
  return ratings.map((rating) => {
    const at = momentOf({ ms, utcOffset: 0 });
    const before = state.phase === "review" ? { ...state, dueDay: at.studyDay } : state;
    const next = step?.({ card: "a", state: before, at, retention: 0.9 }, rating);
    if (!next) throw new Error("a scheduler that leaves it to ours");
    state = next;
    ms += next.phase === "review" ? Math.round(next.stability) * msPerDay : 600_000;
    return next.phase === "review" ? Math.round(next.stability) : 0;
  });
}

it("SM-2 multiplies by its ease, which a lapse lowers", () => {
  const good = ["good", "good", "good", "good", "good"] as const;
  expect(intervals(sm2, good)).toEqual([0, 1, 3, 8, 19]);
  expect(intervals(sm2, [...good, "again", "good", "good", "good"]).slice(5)).toEqual([0, 1, 3, 7]);
  expect(intervals(sm2, ["easy", "hard"])).toEqual([4, 5]);
});

it("Leitner doubles, and begins again after a lapse", () => {
  const ratings = ["good", "good", "good", "hard", "easy", "again", "good", "good"] as const;
  expect(intervals(leitner, ratings)).toEqual([0, 1, 2, 4, 8, 0, 1, 2]);
});
