/** The Monday of a study day's week. Day 0, 1970-01-01, was a Thursday. */
export function weekStart(studyDay: number): number {
  return Math.floor((studyDay + 3) / 7) * 7 - 3;
}
