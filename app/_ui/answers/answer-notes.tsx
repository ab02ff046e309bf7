"use client";

import { lazy, Suspense } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Answer } from "#core/grading/types";

const CommandNotes = lazy(async () => {
  const { CommandNotes } = await import("#ui/answers/typed/command-review");
  return { default: CommandNotes };
});

/** What is to be said of an answer beyond its verdict: of a command, what it would have done. */
export function AnswerNotes({ card, given }: { card: DrawnCard; given: Answer }) {
  if (card.kind !== "command") return null;
  return (
    <Suspense>
      <CommandNotes card={card} typed={given.kind === "command" ? given.text : null} />
    </Suspense>
  );
}
