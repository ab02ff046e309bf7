"use client";

import { type ReactNode, useState } from "react";
import styles from "#ui/answers/parts/answers.module.css";
import { HandInForm } from "#ui/form/hand-in";
import { questionId } from "#ui/form/question-id";
import { useSubmitWords } from "#ui/form/submit-words";

type Props = {
  label: string;
  /** The element that says in what the answer is counted. */
  unitId?: string | undefined;
  numeric?: boolean;
  exact: boolean;
  /** What stands in the field at first. */
  initial: string;
  /** Draws the field where the answer belongs: below the question or inside a sentence. */
  place: (field: ReactNode) => ReactNode;
  onChange: (text: string) => void;
  onSubmit: (text: string) => void;
};

/**
 * One line to type; Enter hands it in, and the question describes it. Phones must not correct what is a
 * question of spelling.
 */
export function TypedInput(props: Props) {
  const { label, unitId, numeric = false, exact, initial, place, ...on } = props;
  const [text, setText] = useState(initial);
  const words = useSubmitWords();
  const field = (
    <input
      className={styles.typed}
      data-code={exact || undefined}
      aria-label={label}
      aria-describedby={unitId ? `${questionId} ${unitId}` : questionId}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        on.onChange(event.target.value);
      }}
      inputMode={numeric ? "decimal" : "text"}
      enterKeyHint="done"
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      data-autofocus
      maxLength={200}
    />
  );
  return (
    <HandInForm words={words} onHandIn={() => on.onSubmit(text)}>
      {place(field)}
    </HandInForm>
  );
}
