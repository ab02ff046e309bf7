"use client";

import { useSyncExternalStore } from "react";

/** A finger has no keys at hand, so that none are to be named to it. */
const query = "(hover: hover) and (pointer: fine)";

/** Whether the learner has, as far as a browser can tell, a keyboard before them. */
export function useHasKeys(): boolean {
  return useSyncExternalStore(subscribe, matches, () => false);
}

const matches = () => window.matchMedia(query).matches;

function subscribe(tell: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", tell);
  return () => media.removeEventListener("change", tell);
}
