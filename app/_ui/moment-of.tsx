import { locale } from "#core/text/language";

/** A moment as the learner's clock and calendar say it. `at` in milliseconds since 1970. */
export function momentOf(at: number): string {
  return new Date(at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
}
