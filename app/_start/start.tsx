"use client";

import { useEffect, useState } from "react";
import { hasBegun, noteBegun } from "#local/store/known-mark";
import type { Learner } from "#local/store/learner";
import { useLearner } from "#local/store/use-learner";
import { readyLearner } from "#local/sync/sync";
import { Comeback } from "./comeback";
import { Newcomer, type RoadOffer } from "./newcomer";
import styles from "./start.module.css";

type Props = { indexAddress: string; cards: number; roads: RoadOffer[] };

/**
 * The roads for a newcomer, what is due for whoever has begun. The page is the same for everyone:
 * until the browser's store is open both stand in it, and the mark of the last visit says which is
 * shown.
 */
export function Start({ indexAddress, cards, roads }: Props) {
  const { learner, failed } = useReadyLearner();
  const begun = learner ? hasBegun(learner) : failed ? false : null;
  useEffect(() => {
    if (begun !== null) noteBegun(begun);
  }, [begun]);
  return (
    <>
      {begun !== true && (
        <div className={begun === null ? styles.forNewcomers : undefined}>
          <Newcomer cards={cards} roads={roads} keys={begun === false} />
        </div>
      )}
      {begun !== false && (
        <div className={begun === null ? styles.forOthers : undefined}>
          <Comeback indexAddress={indexAddress} learner={learner} roads={roads} />
        </div>
      )}
    </>
  );
}

/** The learner once this browser has what there is of them, and then as they are. */
function useReadyLearner(): { learner: Learner | null; failed: boolean } {
  const [state, setState] = useState<"waiting" | "ready" | "failed">("waiting");
  const learner = useLearner();
  useEffect(() => {
    readyLearner().then(
      () => setState("ready"),
      () => setState("failed"),
    );
  }, []);
  return { learner: state === "ready" ? learner : null, failed: state === "failed" };
}
