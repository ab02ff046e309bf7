"use client";

import { useEffect, useRef } from "react";

/** Two taps in one place within so many milliseconds are one double tap. */
const doubleTap = 350;
/** How far apart, in pixels, the two may be; and where the browser itself calls it the second. */
const nearby = 30;
const nearbyForBrowser = 100;

type Press = { shown: string; at: number; x: number; y: number };

/**
 * A double click, a double tap or a key held down acts once: what comes of it after `shown` has
 * changed would act on something that nobody has seen yet, and does nothing. Nor does it take the
 * focus from what is shown now.
 */
export function useOnePress(shown: string) {
  const now = useRef(shown);
  useEffect(() => {
    now.current = shown;
  });
  useEffect(() => {
    let click: Press | null = null;
    let held = now.current;
    const pointed = (event: MouseEvent) => {
      if (click && isSecond(event, click)) swallow(event, click.shown !== now.current);
      else click = { shown: now.current, at: event.timeStamp, x: event.clientX, y: event.clientY };
    };
    const down = (event: MouseEvent) => {
      if (!click || click.shown === now.current) return;
      if (isSecondDown(event, click)) event.preventDefault();
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat) swallow(event, held !== now.current);
      else held = now.current;
    };
    window.addEventListener("mousedown", down, true);
    window.addEventListener("click", pointed, true);
    window.addEventListener("keydown", pressed, true);
    return () => {
      window.removeEventListener("mousedown", down, true);
      window.removeEventListener("click", pointed, true);
      window.removeEventListener("keydown", pressed, true);
    };
  }, []);
}

/**
 * Keys and scripts click with a `detail` of 0. A browser counts taps apart from clicks: a tap that
 * it calls the second is not, if something else was clicked between the two.
 */
function isSecond(event: MouseEvent, first: Press): boolean {
  if (event.detail !== 1) return event.detail > 1 && isWithin(nearbyForBrowser, event, first);
  if (!("pointerType" in event) || event.pointerType !== "touch") return false;
  return isSoonNear(event, first);
}

/** What a press begins with does not tell mouse from finger. */
function isSecondDown(event: MouseEvent, first: Press): boolean {
  if (event.detail > 1) return isWithin(nearbyForBrowser, event, first);
  return isSoonNear(event, first);
}

function isSoonNear(event: MouseEvent, first: Press): boolean {
  return isWithin(nearby, event, first) && event.timeStamp - first.at < doubleTap;
}

function isWithin(pixels: number, event: MouseEvent, first: Press): boolean {
  return Math.hypot(event.clientX - first.x, event.clientY - first.y) < pixels;
}

function swallow(event: Event, isLate: boolean): void {
  if (!isLate) return;
  event.preventDefault();
  event.stopPropagation();
}
