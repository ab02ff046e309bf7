"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import styles from "#ui/answers/parts/answers.module.css";
import controls from "#ui/controls.module.css";
import { useSubmitWords } from "#ui/form/submit-words";
import { Key } from "#ui/keys/key";

type Props = {
  label: string;
  numeric?: boolean;
  exact: boolean;
  /** What stands in the field at first. */
  initial: string;
  /** Draws the field where the answer belongs: below the question or inside a sentence. */
  place: (field: ReactNode) => ReactNode;
  onChange: (text: string) => void;
  onSubmit: (text: string) => void;
};

/** One line to type; Enter hands it in. Phones must not correct what is a question of spelling. */
export function TypedInput({ label, numeric = false, exact, initial, place, ...on }: Props) {
  const [text, setText] = useState(initial);
  const words = useSubmitWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    on.onSubmit(text);
  };
  const field = (
    <input
      className={styles.typed}
      data-code={exact || undefined}
      aria-label={label}
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
    <form onSubmit={submit}>
      {place(field)}
      <div className={controls.actions}>
        <button type="submit" className={controls.strong}>
          {words} <Key name="Enter" />
        </button>
      </div>
    </form>
  );
}
