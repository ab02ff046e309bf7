"use client";

import { useState } from "react";
import type { State } from "#core/engine/types";
import { hintFor } from "#core/labs/play";
import type { Lab } from "#core/labs/types";
import { labText } from "#core/text/labs/lab-text";
import controls from "#ui/controls.module.css";
import { RichText } from "#ui/rich-text";
import styles from "./lab.module.css";

type Props = {
  lab: Lab;
  state: State;
  onTold: () => void;
  onTake: (line: string) => void;
};

/** Hints by the state, in three steps, the last of which is the line; and the whole solution. */
export function Hints({ lab, state, onTold, onTake }: Props) {
  const hint = hintFor(lab, state);
  const place = hint === null ? -1 : lab.hints.indexOf(hint);
  /** Of which hint how many steps were told. */
  const [told, setTold] = useState({ place: -1, steps: 0 });
  const steps = told.place === place ? told.steps : 0;
  const text = labText();
  const more = () => {
    setTold({ place, steps: steps + 1 });
    onTold();
  };
  return (
    <section className={styles.hints} aria-label={text.hints}>
      <div aria-live="polite">
        {steps > 0 && hint === null && <p>{text.noHint}</p>}
        {steps > 0 && hint && (
          <p>
            <RichText text={hint.first} />
          </p>
        )}
        {steps > 1 && hint && (
          <p>
            <RichText text={hint.second} />
          </p>
        )}
        {steps > 2 && hint && (
          <p>
            <code>{hint.command}</code>
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {steps < (hint === null ? 1 : 3) && (
          <button type="button" className={controls.button} onClick={more}>
            {[text.hint, text.nextHint, text.theLine][steps]}
          </button>
        )}
        {steps > 2 && hint && (
          <button type="button" className={controls.button} onClick={() => onTake(hint.command)}>
            {text.takeLine}
          </button>
        )}
      </div>
      <details className={styles.solution}>
        <summary>{text.showSolution}</summary>
        <Lines lines={lab.solution} />
      </details>
    </section>
  );
}

/** Lines of a terminal, one below the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ol className={styles.lines}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a solution never changes while it is read
        <li key={place}>
          <code>{line}</code>
        </li>
      ))}
    </ol>
  );
}
