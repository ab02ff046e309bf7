"use client";

import { useEffect, useSyncExternalStore } from "react";
import { currentLearner, type Learner, subscribeLearner } from "./learner";
import { openLearner } from "./learner-store";

// The store takes some time to open, and every page needs it: not only once it is at rest.
if (typeof window !== "undefined") openLearner().catch(() => undefined);

/** The learner of this browser; null until the store is open (and on the server). */
export function useLearner(): Learner | null {
  useEffect(() => {
    // Where it cannot be opened, whoever needs it says so.
    openLearner().catch(() => undefined);
  }, []);
  return useSyncExternalStore(subscribeLearner, currentLearner, () => null);
}
