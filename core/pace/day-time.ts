import type { CardWords } from "#core/content/types";
import type { Entry, Review } from "#core/log/types";
import { standingReviews } from "#core/scheduling/day-counts";
import type { DayTime } from "#core/scheduling/day-time";
import type { Settings } from "#core/scheduling/types";
import { cardSeconds } from "./card-seconds";
import { longestGap } from "./measure-pace";

/** So far below the desired retention recall may fall before a card presses. */
const slack = 0.1;

type Day = {
  settings: Pick<Settings, "minutesPerDay" | "desiredRetention">;
  /** The entries of the study day, and maybe others. */
  recent: readonly Entry[];
  studyDay: number;
  words: ReadonlyMap<string, CardWords>;
  /** The learner's own (see measurePace); 1 where none is known. */
  pace: number;
};

/** What is left of the day's minutes; null where the learner has set none. */
export function dayTime({ settings, recent, studyDay, words, pace }: Day): DayTime | null {
  if (!settings.minutesPerDay) return null;
  const today = standingReviews(recent).filter((review) => review.studyDay === studyDay);
  return {
    left: Math.max(0, settings.minutesPerDay * 60 - secondsSpent(today)),
    whole: settings.minutesPerDay * 60,
    canWaitFrom: settings.desiredRetention - slack,
    secondsOf: (card, isNew) => cardSeconds(card, isNew, { words, pace }),
  };
}

/**
 * Seconds that a day's reviews took: from one answer to the next, in which what the back says is
 * read, too; after a pause, from the question to its answer.
 */
function secondsSpent(reviews: readonly Review[]): number {
  const inTime = [...reviews].sort((a, b) => a.at - b.at);
  return inTime.reduce((sum, { at, duration }, place) => {
    const before = inTime[place - 1];
    const gap = before ? at - before.at : Number.POSITIVE_INFINITY;
    return sum + (gap <= longestGap ? gap : duration) / 1000;
  }, 0);
}
