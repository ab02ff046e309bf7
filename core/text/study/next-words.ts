import type { NextDue } from "#core/scheduling/next-due";
import type { Moment } from "#core/scheduling/types";
import { dateOf } from "#core/text/date-of";
import { sessionEndText } from "./session-end-text";

/** What comes next, in a sentence, as of now. */
export function nextWords(next: NextDue | null, now: Moment): string {
  const text = sessionEndText();
  switch (next?.when) {
    case undefined:
      return text.nothingComesBack;
    case "now":
      return text.readyNow(next.cards);
    case "today":
      return text.laterToday(next.cards, Math.ceil((next.due - now.ms) / 60_000));
    case "day":
      return next.studyDay - now.studyDay === 1
        ? text.tomorrow(next.reviews, next.fresh)
        : text.onDay(dateOf(next.studyDay), next.reviews, next.fresh);
  }
}
