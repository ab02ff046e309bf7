import type { DrawnCommandCard } from "#core/content/draw-card";
import { codeSpan } from "#core/content/inline";
import { later } from "#core/docker/later";
import type { Unmodelled } from "#core/docker/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { correct, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { commandGradingText } from "#core/text/grading/command-grading-text";
import { sayRepairs } from "#core/typing/say-repairs";
import { type Judgement, judgeCommand } from "./judge-command";

export type RefusedJudgement = Extract<Judgement, { layer: "refused" }>;
export type ComparedJudgement = Extract<Judgement, { differences: unknown }>;

/** What says how a command differs from what is asked. */
type CommandReasons = {
  refused: (card: DrawnCommandCard, judgement: RefusedJudgement) => string[];
  wrong: (card: DrawnCommandCard, judgement: ComparedJudgement) => string[];
  allowed: (judgement: ComparedJudgement) => string;
};

export const commandReasons = later<CommandReasons>();

/** A docker command, by what it means. Throws as judgeCommand does. */
export function gradeCommand(card: DrawnCommandCard, answer: AnswerOf<"command">): Verdict {
  const judgement = judgeCommand(card, answer.text);
  const verdict = verdictOf(card, judgement);
  const mended = judgement.layer === "empty" ? [] : sayRepairs(judgement.repairs, codeSpan);
  return { ...verdict, reasons: [...verdict.reasons, ...mended] };
}

function verdictOf(card: DrawnCommandCard, judgement: Judgement): Verdict {
  const text = commandGradingText();
  switch (judgement.layer) {
    case "empty":
      return unreadable(text.typeCommand);
    case "unmodelled":
      return {
        ...unreadable(text.unmodelled(unmodelledWords(judgement.unmodelled))),
        headline: text.unmodelledHeadline,
      };
    case "refused":
      return {
        ...wrong(commandReasons.get().refused(card, judgement)),
        headline: text.refusedHeadline[judgement.refused.by],
      };
    case "same":
      return correct();
    case "same-effect":
      return {
        ...correct([text.houseWrites(codeSpan(card.answer))]),
        headline: text.sameEffectHeadline,
      };
    case "allowed":
      return correct([commandReasons.get().allowed(judgement)]);
    case "partly":
      return {
        outcome: "partly",
        credit: 0.5,
        reasons: commandReasons.get().wrong(card, judgement),
        parts: [],
      };
    case "wrong":
      return wrong(commandReasons.get().wrong(card, judgement));
  }
}

const unmodelledWords = ({ why }: Unmodelled) => why.replace(/^not modelled: /, "");
