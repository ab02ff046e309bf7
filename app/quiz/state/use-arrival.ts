"use client";

import { useEffect, useRef } from "react";
import { shareIn } from "#core/quiz/share/read-share";

/**
 * Arrives once for an address of the deck, and again when the page's own address names another quiz:
 * by the browser's history, or by a link to a shared quiz that is put in its place. Gives what
 * moves on to an address that the page shows by itself.
 */
export function useArrival(
  arrive: () => Promise<void>,
  indexAddress: string,
): (address: string) => void {
  const shown = useRef("");
  const note = () => {
    shown.current = addressNow();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: arrives once for an address
  useEffect(() => {
    const come = () => {
      note();
      void arrive();
    };
    const moved = () => {
      // A place in the page, such as where its content begins, is no other quiz; and a browser may
      // tell of one move twice.
      if (isPlaceInPage() || addressNow() === shown.current) return;
      come();
    };
    come();
    window.addEventListener("popstate", moved);
    window.addEventListener("hashchange", moved);
    return () => {
      window.removeEventListener("popstate", moved);
      window.removeEventListener("hashchange", moved);
    };
  }, [indexAddress]);
  return (address) => {
    window.history.pushState(null, "", address);
    note();
  };
}

const addressNow = (): string => `${window.location.search}${window.location.hash}`;

function isPlaceInPage(): boolean {
  const { hash } = window.location;
  return hash !== "" && shareIn(hash) === null;
}
