"use client";

import { RichText } from "#ui/rich-text";
import { type AnswerProps, inOrder } from "./answer-props";
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
  if (verdict) {
    return <OptionsReview options={card.options} display={display} chosen={given?.options ?? []} />;
  }
  return (
    <CheckList
      legend="Choose all that apply"
      submit="Check"
      shortcuts={shortcuts}
      rows={inOrder(card.options, display).map(({ index, item }) => ({
        index,
        label: <RichText text={item.text} />,
      }))}
      onSubmit={(options) => onAnswer({ kind: "multi", options })}
    />
  );
}
