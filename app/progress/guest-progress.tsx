"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import { foldLog } from "#core/log/fold-log";
import { totalsOf } from "#core/log/totals";
import { type ProgressModel, progressModel } from "#core/progress/progress-model";
import { momentOf } from "#core/scheduling/study-day";
import { progressText } from "#core/text/progress/progress-text";
import { loadIndex } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { learnerDatabase, openLearner } from "#local/store/learner-store";
import { readAll } from "#local/store/local-log";
import { watchStudyDay } from "#local/store/use-study-day";
import styles from "#ui/form/form-page.module.css";
import { ProgressView } from "#ui/progress/progress-view";

/** A guest's progress, computed in the browser from the log that is only there. */
export function GuestProgress({ indexAddress }: { indexAddress: string }) {
  const [shown, setShown] = useState<{ index: DeckIndex; model: ProgressModel } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const read = () => {
      readProgress(indexAddress).then(setShown, () => setFailed(true));
    };
    read();
    return watchStudyDay(read);
  }, [indexAddress]);
  const text = progressText();
  if (failed) return <p role="alert">{text.deckNotLoaded}</p>;
  if (!shown) return <p aria-busy="true">{text.reading}</p>;
  return (
    <>
      <ProgressView {...shown} />
      <p className={styles.part}>
        {text.guest} <Link href="/register">{text.register}</Link> {text.registerWhy}
      </p>
    </>
  );
}

async function readProgress(indexAddress: string) {
  const [index] = await Promise.all([loadIndex(indexAddress), openLearner()]);
  const entries = await readAll(await learnerDatabase());
  const { states, facts, settings } = foldLog(entries);
  const topics = new Map(index.cards.map((card) => [card.id, card.topic]));
  const totals = totalsOf([...facts.values()].flat(), ({ card }) => topics.get(card) ?? "");
  const at = momentOf(deviceNow());
  return { index, model: progressModel({ index, states, totals, entries, settings, at }) };
}
