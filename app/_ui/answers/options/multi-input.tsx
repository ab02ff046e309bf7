"use client";

import { answerText } from "#core/text/study/answer-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { useSubmitWords } from "#ui/form/submit-words";
import { CheckList } from "./check-list";
import { OptionsReview } from "./options-review";

export function MultiInput({ card, given, verdict, onAnswer, ...rest }: AnswerProps<"multi">) {
  const words = useSubmitWords();
  const keep = useKeepDraft();
  const chosen = given?.options ?? [];
  if (verdict) {
    const { reasons } = verdict;
    return <OptionsReview options={card.options} {...{ ...rest, reasons, chosen }} />;
  }
  return (
    <CheckList
      {...rest}
      items={card.options}
      legend={answerText().chooseAll}
      submit={words}
      checked={chosen}
      onChange={(options) => keep({ kind: "multi", options })}
      onSubmit={(options) => onAnswer({ kind: "multi", options })}
    />
  );
}
