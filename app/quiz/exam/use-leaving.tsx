"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef, useState } from "react";

/**
 * Asks before an exam is left while its clock runs: `to` is the address that a link on the page leads
 * to and that waits for an answer. Of closing or loading the page again the browser itself asks.
 */
export function useLeaving(isRunning: boolean) {
  const router = useRouter();
  const [to, setTo] = useState<string | null>(null);
  const isAgreed = useRef(false);
  // Nobody leaves unasked because the question was on the screen a moment sooner than this.
  useLayoutEffect(() => {
    if (!isRunning) return;
    const close = (event: BeforeUnloadEvent) => {
      if (!isAgreed.current) event.preventDefault();
    };
    const click = (event: MouseEvent) => {
      const address = addressOf(event);
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(address);
    };
    window.addEventListener("beforeunload", close);
    // Before the router hears of it.
    window.addEventListener("click", click, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", close);
      window.removeEventListener("click", click, { capture: true });
    };
  }, [isRunning]);
  return {
    to,
    stay: () => setTo(null),
    leave: () => {
      if (to === null) return;
      isAgreed.current = true;
      // The router keeps what stands on this page, which another of its addresses is to replace.
      if (to.startsWith(`${window.location.pathname}?`) || to === window.location.pathname) {
        window.location.assign(to);
      } else router.push(to);
      setTo(null);
    },
  };
}

/** Where a click on a link leads in this tab, away from this page; null of any other click. */
function addressOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return null;
  const { origin, pathname, search } = window.location;
  if (link.origin !== origin || link.hasAttribute("download")) return null;
  // A place in this page.
  if (link.pathname === pathname && link.search === search) return null;
  return `${link.pathname}${link.search}${link.hash}`;
}
