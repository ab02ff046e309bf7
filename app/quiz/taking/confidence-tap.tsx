"use client";

import { useEffect, useRef } from "react";
import type { Confidence } from "#core/log/types";
import { confidenceText } from "#core/text/quiz/confidence-text";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import styles from "./confidence-tap.module.css";

const levels = [1, 2, 3] as const;

type Props = { shortcuts: boolean; onSay: (confidence: Confidence | null) => void };

/** How sure of the answer just given: a tap or a number; space leaves it open. */
export function ConfidenceTap({ shortcuts, onSay }: Props) {
  const question = useRef<HTMLParagraphElement>(null);
  const keys = levels.map((level) => [`${level}`, () => onSay(level)] as const);
  useKeys({ ...Object.fromEntries(keys), space: () => onSay(null) }, shortcuts);
  useEffect(() => question.current?.focus(), []);
  const text = confidenceText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot take the focus reliably
    <div role="group" aria-labelledby="how-sure" className={styles.tap}>
      <p id="how-sure" ref={question} tabIndex={-1}>
        {text.howSure}
      </p>
      <div className={styles.levels}>
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            className={controls.button}
            onClick={() => onSay(level)}
          >
            {text.levels[level]} <Key name={level} />
          </button>
        ))}
        <button type="button" className={controls.quiet} onClick={() => onSay(null)}>
          {text.ratherNot} <Key name="space" />
        </button>
      </div>
    </div>
  );
}
