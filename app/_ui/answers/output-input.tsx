"use client";

import { OneOption } from "#ui/answers/options/choice-input";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { OneLine } from "#ui/answers/typed/text-input";
import { Terminal } from "#ui/terminal/terminal";

/** What a terminal shows, and the question on it by options or to type. */
export function OutputInput({ card, given, onAnswer, ...rest }: AnswerProps<"output">) {
  const { asked } = card;
  const keep = useKeepDraft();
  return (
    <>
      <Terminal
        command={card.command}
        output={card.output}
        proof={card.proof}
        withLater={rest.verdict !== null}
      />
      {asked.as === "choice" ? (
        <OneOption
          {...rest}
          options={asked.options}
          chosen={given && "option" in given ? given.option : null}
          onChoose={(option) => onAnswer({ kind: "output", option })}
        />
      ) : (
        <OneLine
          asked={asked}
          given={given && "text" in given ? given.text : ""}
          verdict={rest.verdict}
          onChange={(text) => keep({ kind: "output", text })}
          onType={(text) => onAnswer({ kind: "output", text })}
        />
      )}
    </>
  );
}
