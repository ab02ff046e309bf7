"use client";

import { answerText } from "#core/text/study/answer-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { isShort, RichText } from "#ui/rich-text";
import { TypedInput } from "./typed-input";
import { TypedReview } from "./typed-review";

export function ClozeInput({ card, given, verdict, onAnswer }: AnswerProps<"cloze">) {
  const keep = useKeepDraft();
  if (verdict) {
    return (
      <>
        <p className={styles.sentence}>
          <RichText text={card.before} />
          <strong className={isShort(card.accept[0]) ? "unbroken" : undefined}>
            {card.accept[0]}
          </strong>
          <RichText text={card.after} />
        </p>
        <TypedReview
          asked={card}
          text={given?.text ?? ""}
          verdict={verdict}
          shown={card.accept[0]}
        />
      </>
    );
  }
  return (
    <TypedInput
      label={answerText().missingWord}
      exact={card.exact}
      initial={given?.text ?? ""}
      place={(field) => (
        <p className={styles.sentence}>
          <RichText text={card.before} />
          {field}
          <RichText text={card.after} />
        </p>
      )}
      onChange={(text) => keep({ kind: "cloze", text })}
      onSubmit={(text) => onAnswer({ kind: "cloze", text })}
    />
  );
}
