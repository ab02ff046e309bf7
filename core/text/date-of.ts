import { locale } from "./language";

const dayMs = 86_400_000;

/** A study day as a reader writes it: "22 Nov". */
export function dateOf(studyDay: number): string {
  return new Date(studyDay * dayMs).toLocaleDateString(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}

/** The day of the week of a study day: "Thursday". */
export function weekdayOf(studyDay: number): string {
  const date = new Date(studyDay * dayMs);
  return date.toLocaleDateString(locale, { weekday: "long", timeZone: "UTC" });
}
