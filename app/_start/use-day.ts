"use client";

import { useEffect, useState } from "react";
import { cardsOnRoad } from "#core/content/choose-road";
import type { StudyIndex } from "#core/content/types";
import { cardSeconds } from "#core/pace/card-seconds";
import { dayTime } from "#core/pace/day-time";
import { studyMinutes } from "#core/pace/study-minutes";
import { countDay } from "#core/scheduling/day-counts";
import { momentOf } from "#core/scheduling/study-day";
import type { Moment, Settings } from "#core/scheduling/types";
import { type DayAhead, dayAhead } from "#core/simulator/day-ahead";
import { loadIndex } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import type { Learner } from "#local/store/learner";
import { readPace } from "#local/store/read-pace";
import { watchStudyDay } from "#local/store/use-study-day";

/** What there is to study now and how long it takes; `measured` by the learner's own answers. */
export type Day = DayAhead & {
  now: Moment;
  settings: Settings;
  minutes: number;
  measured: boolean;
};

/** The day of a learner as of now; null until the deck's index is here. */
export function useDay(indexAddress: string, learner: Learner | null): Day | null {
  const [day, setDay] = useState<Day | null>(null);
  useEffect(() => {
    if (!learner) return;
    let shown = true;
    const read = () => {
      // With no network and nothing kept the day stays open; the page of study says why.
      readDay(indexAddress, learner).then(
        (found) => shown && setDay(found),
        () => undefined,
      );
    };
    read();
    const stop = watchStudyDay(read);
    return () => {
      shown = false;
      stop();
    };
  }, [indexAddress, learner]);
  return day;
}

async function readDay(indexAddress: string, learner: Learner): Promise<Day> {
  const index: StudyIndex = await loadIndex(indexAddress);
  const measured = await readPace(learner, index.words).catch(() => null);
  const { states, settings, recent } = learner;
  const now = momentOf(deviceNow());
  const counts = countDay(recent, states, now.studyDay);
  const cards = cardsOnRoad(index, settings.road);
  const pace = { words: index.words, pace: measured ?? 1 };
  const time = dayTime({ settings, recent, studyDay: now.studyDay, ...pace });
  const secondsOf = (card: string, isNew: boolean) => cardSeconds(card, isNew, pace);
  const ahead = dayAhead({ cards, states, counts, settings, time, secondsOf, now });
  const minutes = studyMinutes(ahead, pace);
  return { ...ahead, now, settings, minutes, measured: measured !== null };
}
