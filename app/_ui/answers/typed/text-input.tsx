"use client";

import { useId } from "react";
import type { TextCard } from "#core/content/types";
import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { TypedInput } from "./typed-input";
import { TypedReview } from "./typed-review";

export function TextInput({ card, given, verdict, onAnswer }: AnswerProps<"text">) {
  const keep = useKeepDraft();
  return (
    <OneLine
      asked={card}
      given={given?.text ?? ""}
      verdict={verdict}
      onChange={(text) => keep({ kind: "text", text })}
      onType={(text) => onAnswer({ kind: "text", text })}
    />
  );
}

type Props = {
  asked: Pick<TextCard, "accept" | "exact" | "number">;
  given: string;
  verdict: Verdict | null;
  onChange: (text: string) => void;
  onType: (text: string) => void;
};

/** One line to type, then what was typed beside what is accepted. */
export function OneLine({ asked, given, verdict, onChange, onType }: Props) {
  const { accept, exact, number } = asked;
  const unitId = useId();
  if (verdict) return <TypedReview asked={asked} text={given} verdict={verdict} />;
  return (
    <TypedInput
      label={answerText().yourAnswer}
      unitId={number?.unit && unitId}
      numeric={number !== undefined && accept.length === 0}
      exact={exact}
      initial={given}
      place={(field) => (
        <p className={styles.line}>
          {field}
          {number?.unit && <span id={unitId}>{number.unit}</span>}
        </p>
      )}
      onChange={onChange}
      onSubmit={onType}
    />
  );
}
