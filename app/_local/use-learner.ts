"use client";

import { useEffect, useSyncExternalStore } from "react";
import { currentLearner, type Learner, openLearner, subscribeLearner } from "./learner-store";

/** The learner of this browser; null until the store is open (and on the server). */
export function useLearner(): Learner | null {
  useEffect(() => {
    void openLearner();
  }, []);
  return useSyncExternalStore(subscribeLearner, currentLearner, () => null);
}
