"use client";

import { useEffect, useState } from "react";
import { cardsOnRoad } from "#core/content/choose-road";
import { studyMinutes } from "#core/pace/study-minutes";
import { loadIndex } from "#local/deck/deck-store";
import { readPace } from "#local/store/read-pace";
import { readyLearner } from "#local/sync/sync";

/** How long the next new cards of a learner take; `measured` by their own answers. */
export type NextCards = { cards: number; minutes: number; measured: boolean };

const ten = 10;

/** The next ten new cards, or those that are left; null until they are known. */
export function useNextTen(indexAddress: string): NextCards | null {
  const [next, setNext] = useState<NextCards | null>(null);
  useEffect(() => {
    let shown = true;
    readNext(indexAddress).then(
      (found) => shown && setNext(found),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [indexAddress]);
  return next;
}

async function readNext(indexAddress: string): Promise<NextCards> {
  const [index, learner] = await Promise.all([loadIndex(indexAddress), readyLearner()]);
  const pace = await readPace(learner, index.words).catch(() => null);
  const unseen = cardsOnRoad(index, learner.settings.road).filter(
    ({ id }) => (learner.states.get(id)?.phase ?? "new") === "new",
  );
  const fresh = unseen.slice(0, ten).map(({ id }) => id);
  const minutes = studyMinutes({ fresh, known: [] }, { words: index.words, pace: pace ?? 1 });
  return { cards: fresh.length, minutes, measured: pace !== null };
}
