import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOf, msPerDay, startOfStudyDay, studyDayOf, utcOffsetIn } from "./study-day";

/** A study day as the calendar writes it: YYYY-MM-DD. */
const dayToDate = (studyDay: number) => new Date(studyDay * msPerDay).toISOString().slice(0, 10);

const hour = 3_600_000;
const times = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
/** All offsets in use lie between these, by quarters of an hour. */
const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

describe("studyDayOf", () => {
  it("holds from the day's start to just before the next day's start", () => {
    fc.assert(
      fc.property(times, offsets, (ms, utcOffset) => {
        const day = studyDayOf(ms, utcOffset);
        expect(startOfStudyDay(day, utcOffset)).toBeLessThanOrEqual(ms);
        expect(startOfStudyDay(day + 1, utcOffset)).toBeGreaterThan(ms);
        expect(momentOf({ ms, utcOffset })).toEqual({ ms, utcOffset, studyDay: day });
      }),
    );
  });

  it("never goes back while the zone stays", () => {
    fc.assert(
      fc.property(times, fc.nat(40 * hour), offsets, (ms, later, utcOffset) => {
        expect(studyDayOf(ms + later, utcOffset)).toBeGreaterThanOrEqual(studyDayOf(ms, utcOffset));
      }),
    );
  });

  it("changes at 4 am, not at midnight", () => {
    expect(dayToDate(studyDayOf(Date.UTC(2026, 2, 2, 3, 59, 59, 999), 0))).toBe("2026-03-01");
    expect(dayToDate(studyDayOf(Date.UTC(2026, 2, 2, 4), 0))).toBe("2026-03-02");
    expect(dayToDate(studyDayOf(Date.UTC(2026, 2, 3, 0, 1), 0))).toBe("2026-03-02");
  });

  it("takes the learner's zone: the same moment is two days in Auckland and in Honolulu", () => {
    const ms = Date.UTC(2026, 6, 10, 20);
    expect(dayToDate(studyDayOf(ms, utcOffsetIn("Pacific/Auckland", ms)))).toBe("2026-07-11");
    expect(dayToDate(studyDayOf(ms, utcOffsetIn("Pacific/Honolulu", ms)))).toBe("2026-07-10");
  });

  it("keeps an evening across midnight UTC one day", () => {
    // In Chicago, in summer, these are 18:58 and 19:02 of the same day.
    const offset = utcOffsetIn("America/Chicago", Date.UTC(2026, 6, 1));
    const before = studyDayOf(Date.UTC(2026, 6, 1, 23, 58), offset);
    expect(studyDayOf(Date.UTC(2026, 6, 2, 0, 2), offset)).toBe(before);
  });

  it("is a day number even before 1970", () => {
    expect(studyDayOf(0, 0)).toBe(-1);
  });
});

describe("utcOffsetIn", () => {
  const winter = Date.UTC(2026, 0, 15, 12);
  const summer = Date.UTC(2026, 6, 15, 12);

  it.each([
    ["UTC", 0, 0],
    ["Europe/London", 0, 60],
    ["Europe/Berlin", 60, 120],
    ["America/New_York", -300, -240],
    ["Asia/Kolkata", 330, 330],
    ["Asia/Kathmandu", 345, 345],
    ["America/St_Johns", -210, -150],
    ["Australia/Lord_Howe", 660, 630],
    ["Pacific/Chatham", 825, 765],
    ["Pacific/Kiritimati", 840, 840],
  ])("%s", (zone, january, july) => {
    expect(utcOffsetIn(zone, winter)).toBe(january);
    expect(utcOffsetIn(zone, summer)).toBe(july);
  });

  it("changes at the very millisecond at which summer time begins and ends", () => {
    const begins = Date.UTC(2026, 2, 29, 1);
    expect(utcOffsetIn("Europe/Berlin", begins - 1)).toBe(60);
    expect(utcOffsetIn("Europe/Berlin", begins)).toBe(120);
    const ends = Date.UTC(2026, 9, 25, 1);
    expect(utcOffsetIn("Europe/Berlin", ends - 1)).toBe(120);
    expect(utcOffsetIn("Europe/Berlin", ends)).toBe(60);
  });

  it("keeps the 4 am of the learner's clock on the days that summer time begins and ends", () => {
    for (const [month, date] of [
      [2, 29],
      [9, 25],
    ] as const) {
      const utc = Date.UTC(2026, month, date, 4);
      const offset = utcOffsetIn("Europe/Berlin", utc);
      const four = utc - offset * 60_000;
      const day = studyDayOf(four, utcOffsetIn("Europe/Berlin", four));
      expect(studyDayOf(four - 1, utcOffsetIn("Europe/Berlin", four - 1))).toBe(day - 1);
    }
  });

  it("rounds the odd seconds of a time before zones", () => {
    expect(utcOffsetIn("Europe/Paris", Date.UTC(1900, 0))).toBe(9);
  });

  it("throws for a zone that is none", () => {
    expect(() => utcOffsetIn("Europe/Nowhere", winter)).toThrow(RangeError);
  });
});
