import { useEffect, useRef } from "react";
import { prompt } from "#core/engine/run";
import type { State } from "#core/engine/types";
import type { Step } from "#core/labs/play";
import { labText } from "#core/text/labs/lab-text";
import styles from "./terminal.module.css";

type Props = {
  start: State;
  steps: readonly Step[];
  /** How many steps were cleared off it. */
  from: number;
  notice: string;
};

/** How many lines stay on the screen. */
const most = 60;

/** What was typed in a terminal and what it showed, the latest in sight. */
export function Screen({ start, steps, from, notice }: Props) {
  const screen = useRef<HTMLDivElement>(null);
  const text = labText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new is brought in sight
  useEffect(() => {
    const element = screen.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [steps, notice]);
  const first = Math.max(from, steps.length - most);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div ref={screen} className={styles.screen} role="log" aria-label={text.output} tabIndex={0}>
      {steps.slice(first).map(({ line, result }, place) => {
        const number = first + place;
        const before = steps[number - 1]?.state ?? start;
        const said = (result.stdout + result.stderr).replace(/\n$/, "");
        return (
          <div key={number}>
            <p className={styles.typed}>
              <span className={styles.prompt}>{prompt(before)}</span>
              {line.text === "\u0004" ? labText().endOfInput : line.text}
            </p>
            {said !== "" && <pre className={styles.said}>{said}</pre>}
          </div>
        );
      })}
      {notice !== "" && <p className={styles.notice}>{notice}</p>}
    </div>
  );
}
