"use client";

import { useEffect, useState } from "react";
import type { Meta } from "#local/browser/local-database";
import type { Learner } from "./learner";
import { learnerDatabase } from "./learner-store";
import { useLearner } from "./use-learner";

/**
 * When the server was last known to have all that this browser sent it, milliseconds since 1970;
 * null for a guest and before the first time. It is read when the sending begins or ends, not at
 * each answer.
 */
export function useSavedAt(): number | null {
  const learner = useLearner();
  const account = learner?.owner.kind === "account" ? learner.owner.id : null;
  const sync: Learner["sync"] | undefined = learner?.sync;
  const waits = (learner?.unsent ?? 0) > 0;
  const [savedAt, setSavedAt] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them may follow a sync
  useEffect(() => {
    if (account === null) return setSavedAt(null);
    let shown = true;
    const show = (found: number | null) => shown && setSavedAt(found);
    read().then(show, () => show(null));
    return () => {
      shown = false;
    };
  }, [account, sync, waits]);
  return savedAt;
}

async function read(): Promise<number | null> {
  const database = await learnerDatabase();
  return ((await database.get("meta", "savedAt")) as Meta["savedAt"] | undefined) ?? null;
}
