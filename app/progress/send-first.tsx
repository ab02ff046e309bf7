"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { progressText } from "#core/text/progress/progress-text";
import { openLearner, withLearnerStore } from "#local/store/learner-store";
import { readCursor } from "#local/store/local-log";
import { useLearner } from "#local/store/use-learner";
import { watchStudyDay } from "#local/store/use-study-day";
import { syncNow } from "#local/sync/sync";
import styles from "#ui/progress/progress.module.css";

/**
 * The page is drawn from a version of the server's log. What is not there yet is sent; where this
 * browser knows a later version, as by an answer that arrived while the page was on its way, the page
 * is drawn anew, as it is when another study day begins.
 */
export function SendFirst({ version }: { version: number }) {
  const router = useRouter();
  const unsent = useLearner()?.unsent ?? 0;
  /** The version that it was drawn anew for: a log that was put back from a backup has none so late. */
  const drawnFor = useRef(0);
  useEffect(() => {
    void sendUnsent().then(({ isSent, known }) => {
      const isLater = known > Math.max(version, drawnFor.current);
      drawnFor.current = Math.max(known, drawnFor.current);
      if (isSent || isLater) router.refresh();
    });
  }, [router, version]);
  useEffect(() => watchStudyDay(() => router.refresh()), [router]);
  if (unsent === 0) return null;
  return (
    <p role="status" className={styles.note}>
      {progressText().notSent(unsent)}
    </p>
  );
}

/** Whether anything was sent, and the version of the server's log that this browser knows of then. */
async function sendUnsent(): Promise<{ isSent: boolean; known: number }> {
  const { unsent } = await openLearner();
  const isSent = unsent > 0 && (await syncNow()) === "done";
  // A store that takes nothing knows of no later version, and what was sent past it is told above.
  const known = await withLearnerStore(readCursor).catch(() => 0);
  return { isSent, known };
}
