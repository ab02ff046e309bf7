"use client";

import type { Option } from "#core/content/types";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useKeys } from "#ui/keys/use-keys";
import { OptionFace } from "./option-face";
import { OptionsReview } from "./options-review";

export function ChoiceInput({ card, given, onAnswer, ...rest }: AnswerProps<"choice">) {
  return (
    <OneOption
      {...rest}
      options={card.options}
      chosen={given?.option ?? null}
      onChoose={(option) => onAnswer({ kind: "choice", option })}
    />
  );
}

type Props = Pick<AnswerProps<"choice">, "display" | "verdict" | "shortcuts"> & {
  options: readonly Option[];
  chosen: number | null;
  onChoose: (option: number) => void;
};

/** One of several options, by its number's key or by touch. */
export function OneOption({ options, display, chosen, verdict, shortcuts, onChoose }: Props) {
  const keys = display.map((option, place) => [`${place + 1}`, () => onChoose(option)] as const);
  useKeys(verdict ? {} : Object.fromEntries(keys), shortcuts);

  if (verdict) {
    const marked = chosen === null ? [] : [chosen];
    return (
      <OptionsReview
        options={options}
        display={display}
        reasons={verdict.reasons}
        chosen={marked}
      />
    );
  }
  return (
    <ul className={styles.options}>
      {inOrder(options, display).map(({ index, item }, place) => (
        <li key={index}>
          <button
            type="button"
            className={styles.option}
            aria-pressed={chosen === null ? undefined : chosen === index}
            onClick={() => onChoose(index)}
          >
            <OptionFace place={place} text={item.text} />
          </button>
        </li>
      ))}
    </ul>
  );
}
