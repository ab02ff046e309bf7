"use client";

import type { AnswerProps } from "./answer-props";
import styles from "./answers.module.css";
import { TypedInput } from "./typed-input";
import { TypedReview } from "./typed-review";

export function TextInput({ card, given, verdict, onAnswer }: AnswerProps<"text">) {
  if (verdict) {
    return (
      <TypedReview
        text={given?.text ?? ""}
        accept={card.accept}
        exact={card.exact}
        verdict={verdict}
      />
    );
  }
  return (
    <TypedInput
      label="Your answer"
      numeric={card.number !== undefined && card.accept.length === 0}
      exact={card.exact}
      place={(field) => (
        <p className={styles.line}>
          {field}
          {card.number?.unit && <span>{card.number.unit}</span>}
        </p>
      )}
      onSubmit={(text) => onAnswer({ kind: "text", text })}
    />
  );
}
