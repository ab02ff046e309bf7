"use client";

import { useEffect, useRef, useState } from "react";
import { placementText } from "#core/text/quiz/placement-text";
import controls from "#ui/controls.module.css";
import styles from "./placement.module.css";

type Props = { answers: number; onTakeBack: () => Promise<void> };

/** Takes a placement back, once the learner was told what that means. */
export function TakeBackButton({ answers, onTakeBack }: Props) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Heard before it is answered.
    if (asking) question.current?.focus();
  }, [asking]);
  const keep = () => {
    setAsking(false);
    opener.current?.focus();
  };
  const text = placementText();
  return (
    <>
      <div className={controls.actions}>
        <button
          ref={opener}
          type="button"
          className={controls.button}
          aria-disabled={asking}
          onClick={() => setAsking(true)}
        >
          {text.takeBack}
        </button>
      </div>
      {asking && (
        <>
          <p ref={question} tabIndex={-1} className={styles.question}>
            {text.ask(answers)}
          </p>
          <div className={controls.actions}>
            <button type="button" className={controls.strong} onClick={keep}>
              {text.keep}
            </button>
            <button type="button" className={controls.danger} onClick={() => void onTakeBack()}>
              {text.takeItBack}
            </button>
          </div>
        </>
      )}
    </>
  );
}
