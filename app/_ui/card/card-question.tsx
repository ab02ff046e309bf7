"use client";

import type { DrawnCard } from "#core/content/draw-card";
import type { CardKind } from "#core/content/types";
import { isOptionCard } from "#core/grading/kinds/option-card";
import type { Answer, AnswerOf, Verdict } from "#core/grading/types";
import { ChoiceInput } from "#ui/answers/options/choice-input";
import { ListInput } from "#ui/answers/options/list-input";
import { MultiInput } from "#ui/answers/options/multi-input";
import { OneByOneInput } from "#ui/answers/options/one-by-one-input";
import { OutputInput } from "#ui/answers/output-input";
import { ClassifyInput } from "#ui/answers/places/classify-input";
import { DiagramInput } from "#ui/answers/places/diagram-input";
import { MatchInput } from "#ui/answers/places/match-input";
import { OrderInput } from "#ui/answers/places/order-input";
import { ClozeInput } from "#ui/answers/typed/cloze-input";
import { CommandInput } from "#ui/answers/typed/command-input";
import { TextInput } from "#ui/answers/typed/text-input";

type Props = {
  card: DrawnCard;
  display: readonly number[];
  given: Answer | null;
  verdict: Verdict | null;
  shortcuts: boolean;
  onAnswer: (answer: Answer) => void;
  /** How a card with options is asked; what was answered already is shown as it was asked. */
  form?: "whole" | "one-by-one";
  /** Names this question of this quiz (see OneByOneInput). */
  memoryKey?: string;
};

/** The part of a card that takes the answer and, after the verdict, shows it marked. */
export function CardQuestion({ form = "whole", memoryKey, ...props }: Props) {
  const { card, given } = props;
  const options = given?.kind === "options" ? given : null;
  const isOneByOne = given ? options !== null : form === "one-by-one";
  if (!isOneByOne || !isOptionCard(card)) return <WholeQuestion {...props} />;
  return <OneByOneInput {...props} card={card} given={options} memoryKey={memoryKey} />;
}

function WholeQuestion({ card, given, ...rest }: Omit<Props, "form" | "memoryKey">) {
  switch (card.kind) {
    case "recall":
      return null;
    case "list":
      return <ListInput {...rest} card={card} given={of("list", given)} />;
    case "cloze":
      return <ClozeInput {...rest} card={card} given={of("cloze", given)} />;
    case "text":
      return <TextInput {...rest} card={card} given={of("text", given)} />;
    case "choice":
      return <ChoiceInput {...rest} card={card} given={of("choice", given)} />;
    case "multi":
      return <MultiInput {...rest} card={card} given={of("multi", given)} />;
    case "order":
      return <OrderInput {...rest} card={card} given={of("order", given)} />;
    case "match":
      return <MatchInput {...rest} card={card} given={of("match", given)} />;
    case "classify":
      return <ClassifyInput {...rest} card={card} given={of("classify", given)} />;
    case "command":
      return <CommandInput {...rest} card={card} given={of("command", given)} />;
    case "diagram":
      return <DiagramInput {...rest} card={card} given={of("diagram", given)} />;
    case "output":
      return <OutputInput {...rest} card={card} given={of("output", given)} />;
  }
}

function of<K extends CardKind>(kind: K, answer: Answer | null): AnswerOf<K> | null {
  return answer?.kind === kind ? (answer as AnswerOf<K>) : null;
}
