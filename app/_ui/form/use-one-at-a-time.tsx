"use client";

import { useRef, useState } from "react";

/** `left`: the page is about to go, and nothing more is to be done on it. */
export type Ran = "ready" | "left";

/**
 * Runs one thing at a time, however fast one clicks: what comes while something is under way is not
 * done. `busy` is for the eye; it comes a moment after the click, and is no guard.
 */
export function useOneAtATime() {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = async (what: () => Promise<Ran>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    let ran: Ran = "ready";
    try {
      ran = await what();
    } finally {
      running.current = ran === "left";
      setBusy(running.current);
    }
  };
  return { busy, run };
}
