import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bands, type DailyTotal } from "#core/log/totals";
import { calendar, levelOf } from "./calendar";
import { effort } from "./effort";
import { trueRetention } from "./true-retention";
import { weekStart } from "./week-start";

const totalOf = (total: Partial<DailyTotal>): DailyTotal => ({
  studyDay: 20_000,
  topic: "lxc",
  kind: "choice",
  band: "young",
  mode: "study",
  reviews: 1,
  passed: 1,
  first: 0,
  firstPassed: 0,
  introduced: 0,
  duration: 0,
  ...total,
});

/** A Friday: 2024-10-04. */
const today = 20_000;

const total: fc.Arbitrary<DailyTotal> = fc
  .record({
    studyDay: fc.integer({ min: today - 200, max: today + 1 }),
    band: fc.constantFrom(...bands),
    reviews: fc.nat(40),
    first: fc.nat(20),
    missed: fc.nat(20),
    duration: fc.nat(600_000),
  })
  .map(({ missed, ...rest }) => {
    const first = rest.band === "new" ? 0 : Math.min(rest.first, rest.reviews);
    return totalOf({ ...rest, first, firstPassed: Math.max(0, first - missed) });
  });
const totals = fc.array(total, { maxLength: 40 });

describe("weekStart", () => {
  it("is a Monday, at most six days ago", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (day) => {
        const monday = weekStart(day);
        expect(day - monday).toBeGreaterThanOrEqual(0);
        expect(day - monday).toBeLessThan(7);
        expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1);
      }),
    );
  });
});

describe("calendar", () => {
  it("agrees with the totals, and ends today in the last of its weeks", () => {
    fc.assert(
      fc.property(totals, fc.integer({ min: 1, max: 30 }), (all, weeks) => {
        const { days, reviews, studied } = calendar(all, today, weeks);
        const from = days[0]?.studyDay ?? 0;
        const inside = all.filter(({ studyDay }) => studyDay >= from && studyDay <= today);
        expect(reviews).toBe(inside.reduce((sum, one) => sum + one.reviews, 0));
        expect(studied).toBe(days.filter((day) => day.level > 0).length);
        expect(weekStart(from)).toBe(from);
        expect(days.at(-1)?.studyDay).toBe(today);
        expect(Math.ceil(days.length / 7)).toBe(weeks);
      }),
    );
  });

  it.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 2],
    [24, 2],
    [25, 3],
    [49, 3],
    [50, 4],
    [1000, 4],
  ])("gives %i reviews level %i", (reviews, level) => {
    expect(levelOf(reviews)).toBe(level);
  });
});

describe("trueRetention", () => {
  it("adds up over the bands, and its interval holds the rate", () => {
    fc.assert(
      fc.property(totals, fc.double({ min: 0.7, max: 0.97, noNaN: true }), (all, target) => {
        const { overall, byBand } = trueRetention(all, target);
        expect(byBand.reduce((sum, row) => sum + row.count, 0)).toBe(overall.count);
        expect(byBand.reduce((sum, row) => sum + row.passed, 0)).toBe(overall.passed);
        for (const { count, passed, measured } of [overall, ...byBand]) {
          expect(measured === null).toBe(count === 0);
          if (!measured) continue;
          const { rate, low, high, against } = measured;
          expect(rate).toBe(passed / count);
          expect(low - 1e-9 <= rate && rate <= high + 1e-9).toBe(true);
          expect(low >= 0 && high <= 1).toBe(true);
          expect(against === "near").toBe(low <= target && target <= high);
        }
      }),
    );
  });

  it("is surer of the same rate from more reviews", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1 }),
        (count, share) => {
          fc.pre(!Number.isNaN(share));
          const firstPassed = Math.floor(share * count);
          const few = totalOf({ reviews: count, first: count, firstPassed });
          const narrow = trueRetention([few, few], 0.9).overall.measured?.margin ?? 0;
          expect(narrow).toBeLessThan(trueRetention([few], 0.9).overall.measured?.margin ?? 0);
        },
      ),
    );
  });

  it("gives the published interval: 8 of 10 are 49 to 94 %", () => {
    const { byBand } = trueRetention([totalOf({ first: 10, firstPassed: 8, band: "old" })], 0.95);
    expect(byBand.map(({ band, count }) => [band, count])).toEqual([
      ["young", 0],
      ["month", 0],
      ["old", 10],
    ]);
    expect(byBand[2]?.measured).toMatchObject({ rate: 0.8, against: "below" });
    expect(byBand[2]?.measured?.low).toBeCloseTo(0.4902, 3);
    expect(byBand[2]?.measured?.high).toBeCloseTo(0.9433, 3);
  });
});

describe("effort", () => {
  it("grows with the span, and its week is the calendar's", () => {
    fc.assert(
      fc.property(totals, (all) => {
        const { today: now, last7, last30, thisWeek } = effort(all, today);
        expect(now.reviews).toBeLessThanOrEqual(last7.reviews);
        expect(last7.reviews).toBeLessThanOrEqual(last30.reviews);
        expect(now.minutes).toBeLessThanOrEqual(last7.minutes);
        expect(last7.minutes).toBeLessThanOrEqual(last30.minutes);
        expect(thisWeek).toBe(calendar(all, today, 1).studied);
      }),
    );
  });

  it("counts today, 7 and 30 days, both ends included", () => {
    const days = [0, 6, 7, 29, 30].map((ago) =>
      totalOf({ studyDay: today - ago, reviews: 1, duration: 90_000 }),
    );
    expect(effort(days, today)).toEqual({
      today: { reviews: 1, minutes: 2 },
      last7: { reviews: 2, minutes: 3 },
      last30: { reviews: 4, minutes: 6 },
      thisWeek: 1,
    });
  });

  it("takes any time at all for a minute, and none for none", () => {
    expect(effort([totalOf({ duration: 900 })], today).today).toEqual({ reviews: 1, minutes: 1 });
    expect(effort([], today).today).toEqual({ reviews: 0, minutes: 0 });
  });
});
