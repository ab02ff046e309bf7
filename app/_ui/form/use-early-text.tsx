"use client";

import { useLayoutEffect, useState } from "react";

/**
 * What was typed into a field of the page before its scripts were in, null once it is told to
 * `onEarly`. React gives a field that the server drew its first value anew, and what was typed is
 * gone; so that is to be the field's value as long as it is not null. The rest of the page is drawn
 * first from `initial`, as the server did.
 */
export function useEarlyText(
  id: string,
  { initial, onEarly }: { initial: string; onEarly: (text: string) => void },
): string | null {
  const [early, setEarly] = useState(() => typedAlready(id, initial));
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, as the field comes alive
  useLayoutEffect(() => {
    if (early === null) return;
    onEarly(early);
    setEarly(null);
  }, []);
  return early;
}

/** A field that React has yet to make is not there: only the server's is found. */
function typedAlready(id: string, initial: string): string | null {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement) || field.value === initial) return null;
  return field.value;
}
