"use client";

import { type RefObject, useEffect } from "react";

/** Opens what is folded inside an element for as long as the page is being printed. */
export function useOpenedOnPaper(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...(place.current?.querySelectorAll("details") ?? [])].filter((one) => !one.open);
      for (const one of opened) one.open = true;
    };
    const close = () => {
      for (const one of opened) one.open = false;
      opened = [];
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, [place]);
}
