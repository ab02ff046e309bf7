import type { Settings } from "#core/scheduling/types";
import type { CaughtUp } from "#core/simulator/catch-up";
import { counted } from "#core/text/counted";
import { dateOf, weekdayOf } from "#core/text/date-of";
import { inLanguages } from "#core/text/language";

const en = {
  minutes: (minutes: number) => `${counted(minutes, "minute")} a day`,
  reviews: (cards: number) => `${counted(cards, "review")} a day`,
  tomorrow: "tomorrow",
  caughtUp: (limit: string, day: string) =>
    `At ${limit} you are caught up by ${day}. New cards rest until then.`,
  takesLonger: (limit: string) =>
    `At ${limit} it takes more than three months to catch up. New cards rest meanwhile.`,
};

const catchUpText = inLanguages({ en });

type Limits = Pick<Settings, "minutesPerDay" | "reviewsPerDay">;

/** After a break, in a sentence: by when what waits is done within the learner's limit. */
export function catchUpWords(
  { studyDay }: CaughtUp,
  { minutesPerDay, reviewsPerDay }: Limits,
  today: number,
): string {
  const text = catchUpText();
  const limit = minutesPerDay > 0 ? text.minutes(minutesPerDay) : text.reviews(reviewsPerDay);
  return studyDay === null
    ? text.takesLonger(limit)
    : text.caughtUp(limit, dayWords(studyDay, today));
}

/** Within a week its name, later its date. */
function dayWords(studyDay: number, today: number): string {
  if (studyDay - today === 1) return catchUpText().tomorrow;
  return studyDay - today < 7 ? weekdayOf(studyDay) : dateOf(studyDay);
}
