"use client";

import { type KeyboardEvent, type MouseEvent, useId } from "react";
import type { Option } from "#core/content/types";
import { answerText } from "#core/text/study/answer-text";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { RichText } from "#ui/rich-text";
import styles from "./one-of-them.module.css";

type Props = {
  option: Option;
  /** How many options were shown, this one included. */
  place: number;
  /** How many there are, where all of them are shown; else null, since it would tell. */
  of: number | null;
  shortcuts: boolean;
  onSay: (word: boolean) => void;
};

/**
 * One option and the two words for it. The focus stays on the button, and a screen reader hears the
 * next option as a status.
 */
export function OneOfThem({ option, place, of, shortcuts, onSay }: Props) {
  const text = answerText();
  const label = useId();
  const yes = () => onSay(true);
  const no = () => onSay(false);
  useKeys({ y: yes, n: no, 1: yes, 2: no }, shortcuts);
  return (
    <>
      <p className={styles.task}>{of === null ? text.isThisIt : text.doesThisBelong}</p>
      <div role="status" aria-atomic="true" className={styles.shown}>
        <p className={styles.place}>
          {of === null ? text.option(place) : text.optionOf(place, of)}
        </p>
        <p id={label} className={styles.option}>
          <RichText text={option.text} />
        </p>
      </div>
      <div className={styles.words}>
        <Word says={text.yes} name="y" label={label} onSay={yes} />
        <Word says={text.no} name="n" label={label} onSay={no} />
      </div>
    </>
  );
}

type WordProps = { says: string; name: string; label: string; onSay: () => void };

/** There is no way back, so that a double click or a key held down must say one word, not two. */
function Word({ says, name, label, onSay }: WordProps) {
  const press = (event: MouseEvent) => {
    if (event.detail < 2) onSay();
  };
  const hold = (event: KeyboardEvent) => {
    if (event.repeat) event.preventDefault();
  };
  return (
    <button
      type="button"
      className={styles.word}
      aria-describedby={label}
      onClick={press}
      onKeyDown={hold}
    >
      {says} <Key name={name} />
    </button>
  );
}
