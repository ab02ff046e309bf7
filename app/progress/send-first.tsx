"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { progressText } from "#core/text/progress/progress-text";
import { openLearner } from "#local/store/learner-store";
import { useLearner } from "#local/store/use-learner";
import { syncNow } from "#local/sync/sync";
import styles from "#ui/progress/progress.module.css";

/** The page is drawn from the server's log: what is not there yet is sent, and the page drawn anew. */
export function SendFirst() {
  const router = useRouter();
  const unsent = useLearner()?.unsent ?? 0;
  useEffect(() => {
    void sendUnsent().then((sent) => sent && router.refresh());
  }, [router]);
  if (unsent === 0) return null;
  return (
    <p role="status" className={styles.note}>
      {progressText().notSent(unsent)}
    </p>
  );
}

async function sendUnsent(): Promise<boolean> {
  const { unsent } = await openLearner();
  return unsent > 0 && (await syncNow()) === "done";
}
