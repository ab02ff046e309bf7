import type { DeviceTime, Moment } from "./types";

export const msPerMinute = 60_000;
export const msPerDay = 86_400_000;

/** The study day changes at 4 am in the learner's zone: an evening past midnight is one evening. */
const dayStart = 4 * 60 * msPerMinute;

/** Number of the study day at a moment; 0 began at 4 am on 1970-01-01. Offset in minutes east. */
export function studyDayOf(ms: number, utcOffset: number): number {
  return Math.floor((ms + utcOffset * msPerMinute - dayStart) / msPerDay);
}

/** The moment at which a study day begins, in milliseconds since 1970. */
export function startOfStudyDay(studyDay: number, utcOffset: number): number {
  return studyDay * msPerDay + dayStart - utcOffset * msPerMinute;
}

/** A device's time and zone with the study day that they make. */
export function momentOf({ ms, utcOffset }: DeviceTime): Moment {
  return { ms, utcOffset, studyDay: studyDayOf(ms, utcOffset) };
}

// Making a formatter takes about a thousand times as long as using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formatters.set(zone, made);
  return made;
}

/**
 * Minutes east of UTC in an IANA zone ("Asia/Kolkata") at a moment, summer time included; offsets
 * of before the zones, which had seconds, are rounded. Throws a RangeError for no known zone.
 */
export function utcOffsetIn(zone: string, ms: number): number {
  const parts = formatterOf(zone).formatToParts(ms);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  // "GMT" alone is an offset of nothing; else "GMT+05:30", in old years "GMT-00:01:15".
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = "0"] = match;
  const total = Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60);
  return sign === "-" ? 0 - total : total;
}
