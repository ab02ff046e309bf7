import { cardsOnRoad } from "#core/content/choose-road";
import type { StudyIndex } from "#core/content/types";
import type { Entry } from "#core/log/types";
import { dayTime } from "#core/pace/day-time";
import { checkedLater, ideasToCheck } from "#core/quiz/build/ideas-to-check";
import { countDay } from "#core/scheduling/day-counts";
import type { DayTime } from "#core/scheduling/day-time";
import { buildQueue, inTurn } from "#core/scheduling/queue";
import { momentOf } from "#core/scheduling/study-day";
import type { CardState, DeviceTime, Settings } from "#core/scheduling/types";
import { isUntouched, showAgain } from "./keep-current";
import { newSession, type Session } from "./session";
import { showNext } from "./show-next";

/** So many cards of a topic, new and due alike, come beyond a day's limits where it is asked for. */
const beyondTheDay = 10;

/** Shuffles the first cards of whoever was never here: the page brings the first one drawn. */
export const newcomerSeed = 1;

export type Start = {
  index: StudyIndex;
  /** `recent`: the entries of this study day, and maybe others. */
  learner: {
    states: ReadonlyMap<string, CardState>;
    settings: Settings;
    recent: readonly Entry[];
  };
  /** The learner's pace (see measurePace); 1 where none is known. */
  pace?: number;
  /** So many new cards beside those that were done; 0 for what the day's limit leaves. */
  more: number;
  /** The id of the one topic to study; null for all. */
  topic: string | null;
  /** If it is untouched, the card on the screen stays there, as long as it is still to be studied. */
  earlier: Session | null;
  /** Shuffles what the cards show, 0 to 2^32 - 1; unless told otherwise, each time anew. */
  seed?: number;
  now: DeviceTime;
};

/** `beyond`: the day's limits left nothing of the topic, so these cards go beyond them. */
export type Started = { session: Session; beyond: boolean };

/** The session of a day, new cards in the order of the learner's road. */
export function startSession(start: Start): Started {
  const { settings, states, recent } = start.learner;
  const counts = countDay(recent, states, momentOf(start.now).studyDay);
  // More new cards are more than were done, not more than the day's limit.
  const newPerDay =
    start.more > 0 ? Math.max(settings.newPerDay, counts.newDone) + start.more : settings.newPerDay;
  // Whoever asks for more has more time, too.
  const time = start.more > 0 ? null : timeOf(start);
  const session = sessionWithin(start, counts, { ...settings, newPerDay }, time);
  if (session.current || start.topic === null) return { session, beyond: false };
  const lifted = sessionWithin(
    start,
    counts,
    {
      newPerDay: counts.newDone + beyondTheDay,
      reviewsPerDay: counts.reviewsDone + beyondTheDay,
    },
    null,
  );
  return lifted.current ? { session: lifted, beyond: true } : { session, beyond: false };
}

/** What is left of the day's minutes; null where the learner has set none. */
export function timeOf({
  index: { words },
  learner: { settings, recent },
  pace = 1,
  now,
}: Pick<Start, "index" | "learner" | "pace" | "now">): DayTime | null {
  return dayTime({ settings, recent, studyDay: momentOf(now).studyDay, words, pace });
}

type Limits = Parameters<typeof buildQueue>[0]["settings"];

function sessionWithin(
  { index, learner, topic, earlier, seed, now }: Start,
  counts: ReturnType<typeof countDay>,
  limits: Limits,
  time: DayTime | null,
): Session {
  const { states, settings } = learner;
  const asked = cardsOnRoad(index, settings.road).filter(
    (card) => topic === null || card.topic === topic,
  );
  // What the learner's known cards need is checked in a quiz, and no new thing to begin with.
  const cards = checkedLater(asked, ideasToCheck({ index, states }));
  const queue = buildQueue({ cards, states, counts, settings: limits, time, now: momentOf(now) });
  const begun = newSession({
    deckVersion: index.version,
    retention: settings.desiredRetention,
    seed: seed ?? now.ms % 2 ** 32,
    states,
    waiting: inTurn(queue),
    steps: queue.learning,
    budget: time && time.left * 1000,
  });
  return earlier && isUntouched(earlier) ? showAgain(begun, earlier, now) : showNext(begun, now);
}
