"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import { recallByTopic, type TopicRecall } from "#core/progress/recall-by-topic";
import { percent } from "#core/progress/sentences";
import { momentOf } from "#core/scheduling/study-day";
import { deckText } from "#core/text/site/deck-text";
import { loadIndex } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import { watchStudyDay } from "#local/store/use-study-day";

type Recall = ReadonlyMap<string, TopicRecall>;

const RecallContext = createContext<Recall | null>(null);

/**
 * Reads from the browser's own store what the learner would recall today, for the parts of the page
 * that show it; for a learner who has not studied, they show nothing of it.
 */
export function RecallToday({ indexAddress, children }: Props) {
  const states = useLearner()?.states;
  const [index, setIndex] = useState<DeckIndex | null>(null);
  const [recall, setRecall] = useState<Recall | null>(null);
  const hasStates = states !== undefined && states.size > 0;
  useEffect(() => {
    // Without the index the page is what a newcomer sees, and there is nothing to be done about it.
    if (hasStates) loadIndex(indexAddress).then(setIndex, () => undefined);
  }, [hasStates, indexAddress]);
  useEffect(() => {
    if (!index || !states) return;
    const recallNow = () => {
      const { studied, topics } = recallByTopic(index, states, momentOf(deviceNow()));
      setRecall(studied === 0 ? null : new Map(topics.map((one) => [one.topic, one])));
    };
    recallNow();
    return watchStudyDay(recallNow);
  }, [index, states]);
  return <RecallContext value={recall}>{children}</RecallContext>;
}

type Props = { indexAddress: string; children: ReactNode };

/** What the learner would recall of each topic today, by its id; null for a newcomer. */
export function useRecall(): Recall | null {
  return use(RecallContext);
}

/** "Recall today 83 %, 5 of 17 cards studied". */
export function RecallLine({ topic, className }: { topic: string; className?: string }) {
  const recall = useRecall()?.get(topic);
  if (!recall) return null;
  const { studied, cards } = recall;
  return (
    <p className={className}>{deckText().recall(percent(recall.recall), { studied, cards })}</p>
  );
}

/** What the filled part of a container in the map means, where it means anything. */
export function FillNote() {
  return useRecall() && ` ${deckText().fillNote}`;
}
