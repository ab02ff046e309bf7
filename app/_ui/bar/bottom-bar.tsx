"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import styles from "./bottom-bar.module.css";

type Props = {
  /** What to do next. */
  children: ReactNode;
  /** What may be done besides. */
  side?: ReactNode;
};

/**
 * What to do next, at the bottom edge of the screen whatever stands on the page. It may stand
 * anywhere in the reading order; the page keeps its height free at its end, and so does whatever
 * scrolls something into view.
 */
export function BottomBar({ children, side }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useRoomAtTheEnd(bar);
  useKeyboardHeight();
  return (
    <div ref={bar} className={styles.bar}>
      <div className={styles.inner}>
        <div className={styles.main}>{children}</div>
        {side && <div className={styles.side}>{side}</div>}
      </div>
    </div>
  );
}

const height = "--bar-height";
/** How many bars stand on the page: for the moment in which one takes another's place, two. */
let bars = 0;

/**
 * It is not inherited, so that a new height leaves all other styles alone: what scrolls has it, and
 * what ends above the bar. See globals.css and layout.module.css.
 */
function whoNeedsHeight(): HTMLElement[] {
  const main = document.getElementById("main");
  return [document.documentElement, ...(main ? [main] : [])];
}

/** Tells the page how high the bar is. */
function useRoomAtTheEnd(bar: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    if (!bar.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const now = `${Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)}px`;
      for (const { style } of whoNeedsHeight()) style.setProperty(height, now);
    });
    observer.observe(bar.current);
    bars += 1;
    return () => {
      observer.disconnect();
      bars -= 1;
      // The next card's bar is mostly as high as this one.
      setTimeout(() => {
        if (bars > 0) return;
        for (const { style } of whoNeedsHeight()) style.removeProperty(height);
      });
    };
  }, [bar]);
}

/** Less than this at the bottom is a browser's own bar, in pixels. */
const leastKeyboard = 120;

/**
 * Where a keyboard on the screen covers the page and does not make it smaller (Safari), the bar
 * stands above it. Not while the page is zoomed by hand: there nothing is known of a keyboard.
 */
function useKeyboardHeight() {
  useEffect(() => {
    const { visualViewport: seen } = window;
    if (!seen) return;
    const { style } = document.documentElement;
    const measure = () => {
      const covered = document.documentElement.clientHeight - seen.height - seen.offsetTop;
      const isKeyboard = Math.abs(seen.scale - 1) < 0.01 && covered > leastKeyboard;
      if (isKeyboard) style.setProperty("--keyboard-height", `${Math.round(covered)}px`);
      else style.removeProperty("--keyboard-height");
    };
    seen.addEventListener("resize", measure);
    seen.addEventListener("scroll", measure);
    return () => {
      seen.removeEventListener("resize", measure);
      seen.removeEventListener("scroll", measure);
      style.removeProperty("--keyboard-height");
    };
  }, []);
}
