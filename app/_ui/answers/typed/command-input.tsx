"use client";

import { lazy, Suspense } from "react";
import { terminalText } from "#core/text/grading/terminal-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { questionId } from "#ui/form/question-id";
import { useSubmitWords } from "#ui/form/submit-words";
import { Terminal } from "#ui/terminal/terminal";
import { TerminalField } from "#ui/terminal/terminal-field";

/** Comes with the grader's chunk, which has read the same command by then. */
const CommandReview = lazy(async () => {
  const { CommandReview } = await import("./command-review");
  return { default: CommandReview };
});

/** A prompt to type a docker command at; then the command with its differences marked. */
export function CommandInput({ card, given, verdict, onAnswer }: AnswerProps<"command">) {
  const keep = useKeepDraft();
  const words = useSubmitWords(terminalText().run);
  if (!verdict) {
    return (
      <TerminalField
        label={terminalText().yourCommand}
        action={words}
        describedBy={questionId}
        initial={given?.text}
        onChange={(text) => keep({ kind: "command", text })}
        onSubmit={(text) => onAnswer({ kind: "command", text })}
      />
    );
  }
  if (given === null) return <Terminal command={card.answer} />;
  return (
    <Suspense fallback={<Terminal command={given.text} />}>
      <CommandReview card={card} typed={given.text} />
    </Suspense>
  );
}
