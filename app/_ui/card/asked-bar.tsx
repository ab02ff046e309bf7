"use client";

import type { ReactNode } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import { cardText } from "#core/text/study/card-text";
import { useHandInWords } from "#ui/answers/hand-in-words";
import { BottomBar } from "#ui/bar/bottom-bar";
import controls from "#ui/controls.module.css";
import { HandInButton } from "#ui/form/hand-in";
import { Key } from "#ui/keys/key";

type Props = {
  card: DrawnCard;
  /** The id of the form that takes the answer. */
  form: string;
  /** Shows what is right; null where it is shown already, to be ticked off. */
  onReveal: (() => void) | null;
  /** Whether space does so. */
  bySpace?: boolean;
  side?: ReactNode;
  /** Whether a form hands the answer in, as the card's kind has it; options one by one have none. */
  whole?: boolean;
};

/** What to do with a card that is asked: to see the answer, to hand one in, or to give it up. */
export function AskedBar({ card, form, onReveal, bySpace = false, side, whole = true }: Props) {
  const words = useHandInWords(card);
  const text = cardText();
  const isTold = card.kind === "recall" || card.kind === "list";
  if (isTold && onReveal) {
    return (
      <BottomBar side={side}>
        <button type="button" className={controls.strong} onClick={onReveal}>
          {text.showAnswer} {bySpace && <Key name="space" />}
        </button>
      </BottomBar>
    );
  }
  return (
    <BottomBar side={side}>
      {whole && words && <HandInButton words={words} form={form} />}
      {onReveal && (
        <button type="button" className={controls.button} onClick={onReveal}>
          {text.doNotKnow} {bySpace && <Key name="space" />}
        </button>
      )}
    </BottomBar>
  );
}
