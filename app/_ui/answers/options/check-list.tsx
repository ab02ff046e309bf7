"use client";

import { useState } from "react";
import { inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { HandInForm } from "#ui/form/hand-in";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { RichText } from "#ui/rich-text";

type Props = {
  /** The card's own list; `display` is the order on the screen, as indexes into it. */
  items: readonly { text: string }[];
  display: readonly number[];
  legend: string;
  submit: string;
  shortcuts: boolean;
  /** What is ticked at first. */
  checked?: readonly number[] | undefined;
  onChange: (checked: number[]) => void;
  onSubmit: (checked: number[]) => void;
};

/** Rows to tick, by tapping or by number, and a button that hands them in (Enter). */
export function CheckList({ items, display, legend, submit, shortcuts, ...props }: Props) {
  const { onChange, onSubmit } = props;
  const [checked, setChecked] = useState<readonly number[]>(props.checked ?? []);
  const toggle = (index: number) => {
    const next = checked.includes(index) ? checked.filter((i) => i !== index) : [...checked, index];
    setChecked(next);
    onChange(next.toSorted((a, b) => a - b));
  };
  const hand = () => onSubmit(checked.toSorted((a, b) => a - b));
  const rows = inOrder(items, display);
  const numbers = rows.map(({ index }, place) => [`${place + 1}`, () => toggle(index)] as const);
  useKeys({ ...Object.fromEntries(numbers), Enter: hand }, shortcuts);
  return (
    <HandInForm words={submit} onHandIn={hand}>
      <fieldset className={styles.checks}>
        <legend className={styles.legend}>{legend}</legend>
        {rows.map(({ index, item }, place) => (
          <label key={index} className={styles.option} data-checked={checked.includes(index)}>
            <input
              type="checkbox"
              checked={checked.includes(index)}
              onChange={() => toggle(index)}
            />
            <Key name={place + 1} />
            <span>
              <RichText text={item.text} />
            </span>
          </label>
        ))}
      </fieldset>
    </HandInForm>
  );
}
