"use client";

import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { useSubmitWords } from "#ui/form/submit-words";
import { RichText } from "#ui/rich-text";
import { CheckList } from "./check-list";
import { OptionsReview } from "./options-review";

export function MultiInput({
  card,
  display,
  given,
  verdict,
  shortcuts,
  onAnswer,
}: AnswerProps<"multi">) {
  const words = useSubmitWords();
  const keep = useKeepDraft();
  if (verdict) {
    return (
      <OptionsReview
        options={card.options}
        display={display}
        reasons={verdict.reasons}
        chosen={given?.options ?? []}
      />
    );
  }
  return (
    <CheckList
      legend={answerText().chooseAll}
      submit={words}
      shortcuts={shortcuts}
      checked={given?.options}
      rows={inOrder(card.options, display).map(({ index, item }) => ({
        index,
        label: <RichText text={item.text} />,
      }))}
      onChange={(options) => keep({ kind: "multi", options })}
      onSubmit={(options) => onAnswer({ kind: "multi", options })}
    />
  );
}
