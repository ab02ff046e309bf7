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
