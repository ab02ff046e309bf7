"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { terminalText } from "#core/text/grading/terminal-text";
import { HandInForm } from "#ui/form/hand-in";
import { useEarlyText } from "#ui/form/use-early-text";
import { isComposing } from "#ui/keys/composing";
import { useHasKeys } from "#ui/keys/has-keys";
import styles from "./terminal.module.css";
import { useCommandHistory } from "./use-command-history";

type Props = {
  label: string;
  /** What the button says. */
  action: string;
  initial?: string;
  /** Whether the field takes the focus when its card is shown. */
  autofocus?: boolean;
  /** The id of what is asked, where something is. */
  describedBy?: string;
  /** How many signs it takes. */
  longest?: number;
  onSubmit: (text: string) => void;
  onChange?: (text: string) => void;
};

/**
 * A prompt as in a terminal: Enter runs the line, a backslash at its end goes on to the next one,
 * arrows up and down bring back what was run before. Nothing is corrected while typing.
 */
export function TerminalField(props: Props) {
  const { label, action, initial = "", autofocus = true, longest = 2000, describedBy } = props;
  const { onSubmit, onChange } = props;
  const [text, setText] = useState(initial);
  const history = useCommandHistory();
  const [id, hint] = [useId(), useId()];
  const hasKeys = useHasKeys();

  const write = (next: string) => {
    setText(next);
    onChange?.(next);
  };
  const early = useEarlyText(id, { initial, onEarly: write });
  const submit = () => {
    history.add(text);
    onSubmit(text);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const field = event.currentTarget;
    if (event.key === "Enter" && !goesOn(field)) {
      event.preventDefault();
      if (!event.repeat) field.form?.requestSubmit();
    }
    const recalled = recall(event.key, field, history);
    if (recalled === null) return;
    event.preventDefault();
    write(recalled);
  };

  return (
    <HandInForm words={action} onHandIn={submit}>
      <div className={styles.form}>
        <span className={styles.prompt} aria-hidden="true">
          $
        </span>
        <textarea
          id={id}
          className={styles.field}
          aria-label={label}
          aria-describedby={[describedBy, hasKeys && hint].filter(Boolean).join(" ")}
          value={early ?? text}
          rows={text.split("\n").length}
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          data-autofocus={autofocus || undefined}
          maxLength={longest}
        />
      </div>
      {hasKeys && (
        <p id={hint} className="visually-hidden">
          {terminalText().enterMeans(action)}
        </p>
      )}
    </HandInForm>
  );
}

/** Whether the line at the caret ends in a backslash, as a shell goes on to another line. */
function goesOn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): boolean {
  const before = value.slice(0, selectionStart);
  const backslashes = /\\*$/.exec(before)?.[0].length ?? 0;
  const atEnd = selectionStart === selectionEnd && /^$|^\n/.test(value.slice(selectionEnd));
  return atEnd && backslashes % 2 === 1;
}

type History = ReturnType<typeof useCommandHistory>;

/** In the first line arrow up goes back, in the last arrow down comes forth; else they move the caret. */
function recall(key: string, field: HTMLTextAreaElement, history: History): string | null {
  const { value, selectionStart, selectionEnd } = field;
  if (key === "ArrowUp" && !value.slice(0, selectionStart).includes("\n")) {
    return history.back(value);
  }
  if (key === "ArrowDown" && !value.slice(selectionEnd).includes("\n")) return history.forth();
  return null;
}
