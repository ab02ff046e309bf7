"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { progressText } from "#core/text/progress/progress-text";
import { openLearner, withLearnerStore } from "#local/store/learner-store";
import { readCursor } from "#local/store/local-log";
import { useLearner } from "#local/store/use-learner";
import { syncNow } from "#local/sync/sync";
import styles from "#ui/progress/progress.module.css";

/**
 * The page is drawn from a version of the server's log. What is not there yet is sent; where this
 * browser knows a later version, as by an answer that arrived while the page was on its way, the page
 * is drawn anew.
 */
export function SendFirst({ version }: { version: number }) {
  const router = useRouter();
  const unsent = useLearner()?.unsent ?? 0;
  /** The version that it was drawn anew for: a log that was put back from a backup has none so late. */
  const drawnFor = useRef(0);
  useEffect(() => {
    void knownVersion().then((known) => {
      if (known <= Math.max(version, drawnFor.current)) return;
      drawnFor.current = known;
      router.refresh();
    });
  }, [router, version]);
  if (unsent === 0) return null;
  return (
    <p role="status" className={styles.note}>
      {progressText().notSent(unsent)}
    </p>
  );
}

/** Of the server's log, once what is unsent was sent. */
async function knownVersion(): Promise<number> {
  const { unsent } = await openLearner();
  if (unsent > 0) await syncNow();
  return withLearnerStore(readCursor).catch(() => 0);
}
