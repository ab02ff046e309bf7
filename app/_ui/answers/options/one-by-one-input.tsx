"use client";

import { useState } from "react";
import { nextOption, nothingSaid, type Said } from "#core/grading/kinds/one-by-one";
import { type OptionCard, optionsOf } from "#core/grading/kinds/option-card";
import type { OptionsAnswer, Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import { Terminal } from "#ui/terminal/terminal";
import { keepSaid, keptSaid } from "./kept-said";
import { OneOfThem } from "./one-of-them";
import { OptionsReview } from "./options-review";

export type OneByOneProps = {
  card: OptionCard;
  display: readonly number[];
  given: OptionsAnswer | null;
  verdict: Verdict | null;
  shortcuts: boolean;
  /** Names this question of this quiz; with it, what was said outlasts a reload of the page. */
  memoryKey?: string | undefined;
  onAnswer: (answer: OptionsAnswer) => void;
};

/**
 * A question's options, one at a time, each to be said yes or no to, with no way back. Each question
 * needs a `key` of its own. Nothing tells how many options are still to come where only one is right.
 */
export function OneByOneInput(props: OneByOneProps) {
  const { card } = props;
  return (
    <>
      {card.kind === "output" && (
        <Terminal command={card.command} output={card.output} proof={card.proof} />
      )}
      {props.verdict ? (
        <OptionsReview
          options={optionsOf(card)}
          display={props.display}
          reasons={props.verdict.reasons}
          said={props.given?.said ?? nothingSaid(card)}
        />
      ) : (
        <Asking {...props} />
      )}
    </>
  );
}

function Asking({ card, display, given, shortcuts, memoryKey, onAnswer }: OneByOneProps) {
  const options = optionsOf(card);
  // Options of another version of the card are others.
  const key = memoryKey === undefined ? null : `${memoryKey}.${card.version}`;
  const [said, setSaid] = useState(() => given?.said ?? startOf(card, display, key));
  const shown = nextOption(card, display, said);
  const option = options[shown ?? -1];
  if (shown === null || !option) return <p role="status">{answerText().answered}</p>;

  const say = (word: boolean) => {
    const now = said.with(shown, word);
    const isDecided = nextOption(card, display, now) === null;
    setSaid(now);
    if (key !== null) keepSaid(key, isDecided ? null : now);
    if (isDecided) onAnswer({ kind: "options", asked: card.kind, said: now });
  };
  return (
    <OneOfThem
      option={option}
      place={said.filter((word) => word !== null).length + 1}
      of={card.kind === "multi" ? options.length : null}
      shortcuts={shortcuts}
      onSay={say}
    />
  );
}

/** Where this tab left off; from the start where that cannot be gone on from. */
function startOf(card: OptionCard, display: readonly number[], key: string | null): Said {
  const kept = key === null ? null : keptSaid(key, optionsOf(card).length);
  return kept && nextOption(card, display, kept) !== null ? kept : nothingSaid(card);
}
