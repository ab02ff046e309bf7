"use client";

import { createContext, useContext, useEffect, useRef } from "react";
import type { Answer } from "#core/grading/types";

const Draft = createContext<(answer: Answer) => void>(() => undefined);

/** Who keeps what stands in the inputs below, as it is made. */
export const DraftProvider = Draft.Provider;

/** Takes what stands in an input now; where nobody keeps it, to no effect. */
export function useKeepDraft(): (answer: Answer) => void {
  return useContext(Draft);
}

/** Hands on what stands in an input whenever that changes; what it began with is known already. */
export function useDraft(answer: Answer): void {
  const keep = useKeepDraft();
  const written = JSON.stringify(answer);
  const known = useRef(written);
  useEffect(() => {
    if (known.current === written) return;
    known.current = written;
    keep(JSON.parse(written) as Answer);
  }, [keep, written]);
}
