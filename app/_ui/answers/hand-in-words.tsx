"use client";

import type { DrawnCard } from "#core/content/draw-card";
import { terminalText } from "#core/text/grading/terminal-text";
import { answerText } from "#core/text/study/answer-text";
import { useSubmitWords } from "#ui/form/submit-words";

/** What the button says that hands in an answer to a card; null where an option answers at once. */
export function useHandInWords(card: DrawnCard): string | null {
  const words = useSubmitWords();
  switch (card.kind) {
    case "recall":
    case "choice":
      return null;
    case "list":
      return answerText().done;
    case "command":
      return terminalText().run;
    case "output":
      return card.asked.as === "choice" ? null : words;
    case "cloze":
    case "text":
    case "multi":
    case "order":
    case "match":
    case "classify":
    case "diagram":
      return words;
  }
}
