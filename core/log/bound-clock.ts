import { studyDayOf } from "#core/scheduling/study-day";
import type { Entry } from "./types";

/** How far a device's clock may be ahead of the server's, milliseconds: ordinary clocks drift. */
const ahead = 60_000;
/** Long before this program: a clock that says so was reset, to 1970 as a rule. */
const earliest = Date.UTC(2020, 0, 1);

/**
 * The moment that counts for an entry that is received at another. Nothing is done after it was
 * received, so a clock that is ahead cannot put an entry behind what others do later. A clock that
 * is behind cannot be told from a device that was long offline, and is believed.
 */
export function boundMoment(at: number, receivedAt: number): number {
  return Math.min(Math.max(at, earliest), receivedAt + ahead);
}

/** The entry at another moment; the study day of a review or of a buried card goes with it. */
export function entryAt<Some extends Entry>(entry: Some, at: number): Some {
  if (entry.at === at) return entry;
  if (entry.type !== "review" && entry.type !== "bury") return { ...entry, at };
  return { ...entry, at, studyDay: studyDayOf(at, entry.utcOffset) };
}
