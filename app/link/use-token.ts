"use client";

import { useCallback, useEffect, useState } from "react";

/** A link's token, which stands behind `#`; null where there is none, and before the page is alive. */
export function useToken(): { token: string | null; forget: () => void } {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1) || null);
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
