"use client";

import { useCallback, useEffect, useState } from "react";

/** A link's token, which stands behind `#`: null where there is none, undefined until that is known. */
export function useToken(): { token: string | null | undefined; forget: () => void } {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const read = () => {
      const hash = window.location.hash.slice(1);
      // What leads to a place in the page is no link that was mailed.
      const isPlace = document.getElementById(hash) !== null;
      setToken((known) => (isPlace ? (known ?? null) : hash || null));
    };
    read();
    // Another link may be opened in the same tab.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  /** What was used is no more than a trace in the history. */
  const forget = useCallback(() => {
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }, []);
  return { token, forget };
}
