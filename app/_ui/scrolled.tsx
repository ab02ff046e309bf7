"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { siteText } from "#core/text/site/site-text";
import styles from "./scrolled.module.css";

type Props = {
  /** What is in it, for those who come to it by keyboard. */
  label: string;
  /** Text as it was typed, or anything else. */
  as?: "pre" | "div";
  className?: string | undefined;
  children: ReactNode;
};

/** Behind which of its edges there is more of what an element holds. */
type Cut = "none" | "start" | "end" | "both";

/**
 * What may be wider than its place. Where it is, it scrolls, within the keyboard's reach too, and an
 * arrow stands at each edge behind which there is more.
 */
export function Scrolled({ label, as: Tag = "div", className, children }: Props) {
  const scroller = useRef<HTMLDivElement & HTMLPreElement>(null);
  const [cut, setCut] = useState<Cut>("none");
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setCut(cutOf(element));
    const watch = new ResizeObserver(look);
    for (const one of [element, ...element.children]) watch.observe(one);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  const isCut = cut !== "none";
  // Text as it was typed says what it is; a table does so by itself.
  const named =
    isCut || Tag === "pre"
      ? { role: "group", "aria-label": isCut ? siteText().scrollsSideways(label) : label }
      : {};
  return (
    <div className={styles.around}>
      <Tag
        ref={scroller}
        className={`${styles.scroller} ${className ?? ""}`}
        {...named}
        tabIndex={isCut ? 0 : undefined}
      >
        {children}
      </Tag>
      {(cut === "start" || cut === "both") && (
        <span className={styles.more} data-side="start" aria-hidden="true" />
      )}
      {(cut === "end" || cut === "both") && (
        <span className={styles.more} data-side="end" aria-hidden="true" />
      )}
    </div>
  );
}

/** A pixel more or less comes from rounding. */
function cutOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): Cut {
  const start = scrollLeft > 1;
  const end = scrollLeft + clientWidth < scrollWidth - 1;
  if (start) return end ? "both" : "start";
  return end ? "end" : "none";
}
