import type { StudyIndex } from "#core/content/types";
import { defaultSettings } from "#core/scheduling/settings";
import { type Played, playLearner } from "./play-learner";
import { schedulers } from "./schedulers/all";
import { personOf, type TruthName } from "./truths/people";

/** What is played with every learner. */
export type Wish = {
  /** Minutes a day. */
  minutes: readonly number[];
  retention: number;
};

export const days = 180;
/** At so many minutes a day the break is tried, too: three weeks from a day well under way. */
const awayMinutes = 6;
const away = { from: 90, days: 21 };

/** What came of one learner under one plan. */
export type Result = {
  person: number;
  truth: TruthName;
  road: string;
  scheduler: string;
  minutes: number;
  away: boolean;
  recalled: number;
  met: number;
  /** Minutes on a day on which anything was studied, on average. */
  spent: number;
  /** Share of reviews passed. */
  passed: number;
  /** Days on which more than the last card went beyond the minutes. */
  over: number;
  firstCommand: number;
  /** After a break; 0 without one. */
  caughtUp: number;
};

/** Plays one learner under each plan. */
export function playAll(index: StudyIndex, n: number, { minutes, retention }: Wish): Result[] {
  const person = personOf(
    n,
    index.roads.map(({ id }) => id),
  );
  const settings = { ...defaultSettings, desiredRetention: retention };
  return minutes.flatMap((one) =>
    (one === awayMinutes ? [null, away] : [null]).flatMap((gone) =>
      schedulers.map((scheduler): Result => {
        const plan = { scheduler, minutes: one, days, settings, away: gone };
        const played = playLearner(index, person, plan);
        return {
          person: n,
          truth: person.truth,
          road: person.road,
          scheduler: scheduler.name,
          minutes: one,
          away: gone !== null,
          ...measured(played, one),
          caughtUp: gone ? daysToCatchUp(played, gone.from) : 0,
        };
      }),
    ),
  );
}

function measured(played: Played, minutes: number) {
  const spent = played.days.reduce((sum, day) => sum + day.minutes, 0);
  return {
    recalled: played.recalled,
    met: played.met,
    spent: spent / played.days.length,
    passed: played.passed / Math.max(1, played.reviews),
    over: played.days.filter((day) => day.minutes - day.lastMinutes > minutes).length,
    firstCommand: played.firstCommand ?? days,
  };
}

/** Days from the return on until no more is left over than in the week before the break. */
function daysToCatchUp({ days: all }: Played, from: number): number {
  const before = all.slice(from - 7, from).reduce((sum, { left }) => sum + left, 0) / 7;
  const after = all.slice(from);
  const found = after.findIndex(({ left }) => left <= before);
  return found < 0 ? after.length : found + 1;
}
