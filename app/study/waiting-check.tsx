"use client";

import Link from "next/link";
import type { DeckIndex } from "#core/content/types";
import { ideasToCheck } from "#core/quiz/build/ideas-to-check";
import { sessionEndText } from "#core/text/study/session-end-text";
import { useLearner } from "#local/store/use-learner";
import styles from "./study.module.css";

/** That ideas which the learner's cards build on were never asked about, and the way to the check. */
export function WaitingCheck({ index }: { index: DeckIndex }) {
  const states = useLearner()?.states;
  const ideas = states ? ideasToCheck({ index, states }).length : 0;
  if (ideas === 0) return null;
  const text = sessionEndText();
  return (
    <p className={styles.muted}>
      {text.waiting(ideas)}{" "}
      <Link href="/quiz" prefetch={false}>
        {text.toCheck}
      </Link>
    </p>
  );
}
