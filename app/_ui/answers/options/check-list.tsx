"use client";

import { type ReactNode, useState } from "react";
import styles from "#ui/answers/parts/answers.module.css";
import { HandInForm } from "#ui/form/hand-in";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";

type Row = { index: number; label: ReactNode };
type Props = {
  rows: Row[];
  legend: string;
  submit: string;
  shortcuts: boolean;
  /** The rows that are ticked at first. */
  checked?: readonly number[];
  onChange?: (checked: number[]) => void;
  onSubmit: (checked: number[]) => void;
};

/** Rows to tick, by tapping or by number, and a button that hands them in (Enter). */
export function CheckList({ rows, legend, submit, shortcuts, onSubmit, ...props }: Props) {
  const [checked, setChecked] = useState<readonly number[]>(props.checked ?? []);
  const toggle = (index: number) => {
    const next = checked.includes(index) ? checked.filter((i) => i !== index) : [...checked, index];
    setChecked(next);
    props.onChange?.(next.toSorted((a, b) => a - b));
  };
  const hand = () => onSubmit(checked.toSorted((a, b) => a - b));
  const numbers = rows.map((row, place) => [`${place + 1}`, () => toggle(row.index)] as const);
  useKeys({ ...Object.fromEntries(numbers), Enter: hand }, shortcuts);
  return (
    <HandInForm words={submit} onHandIn={hand}>
      <fieldset className={styles.checks}>
        <legend className={styles.legend}>{legend}</legend>
        {rows.map(({ index, label }, place) => (
          <label key={index} className={styles.option}>
            <input
              type="checkbox"
              checked={checked.includes(index)}
              onChange={() => toggle(index)}
            />
            <Key name={place + 1} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </HandInForm>
  );
}
