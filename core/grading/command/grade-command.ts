import type { DrawnCommandCard } from "#core/content/draw-card";
import { codeSpan } from "#core/content/inline";
import { compareCommands } from "#core/docker/compare-commands";
import { parseCommand } from "#core/docker/parse-command";
import { findSlip } from "#core/docker/say/find-slip";
import { sayRefused } from "#core/docker/say/refused-words";
import { firstDifference, sayDifference, surplus } from "#core/docker/say/say-difference";
import type { Unmodelled } from "#core/docker/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { correct, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { commandGradingText } from "#core/text/grading/command-grading-text";
import { sayRepairs } from "#core/typing/say-repairs";
import { type Judgement, judgeCommand } from "./judge-command";

/** Reasons beyond the first few are noise: mend one thing and see. */
const mostReasons = 3;

/** A docker command, by what it means. */
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
        ...wrong(refusedReasons(card, judgement)),
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
      return correct([allowedWords(sayFirst(judgement))]);
    case "partly":
      return { outcome: "partly", credit: 0.5, reasons: wrongReasons(card, judgement), parts: [] };
    case "wrong":
      return wrong(wrongReasons(card, judgement));
  }
}

const unmodelledWords = ({ why }: Unmodelled) => why.replace(/^not modelled: /, "");

const allowedWords = (said: string) =>
  said.endsWith(surplus)
    ? commandGradingText().surplusAllowed(said.slice(0, -surplus.length))
    : commandGradingText().allowed(said);

type Refused = Extract<Judgement, { layer: "refused" }>;
type Compared = Extract<Judgement, { differences: unknown }>;

function refusedReasons(card: DrawnCommandCard, judgement: Refused): string[] {
  const { parsed, refused, wanted, typed } = judgement;
  const { message, hint } = sayRefused(refused);
  const why = authorsWhy(card, typed) ?? findSlip({ parsed, canonical: null }, wanted) ?? hint;
  return [...(why === null ? [] : [why]), codeSpan(message)];
}

function wrongReasons(card: DrawnCommandCard, judgement: Compared): string[] {
  const { parsed, given, wanted, typed } = judgement;
  const why = authorsWhy(card, typed) ?? findSlip({ parsed, canonical: given }, wanted);
  return why === null ? differenceReasons(judgement) : [why];
}

function differenceReasons({ differences, forbidden, wanted, given }: Compared): string[] {
  const first = firstDifference(forbidden.length > 0 ? forbidden : differences);
  const others = differences.filter((one) => one !== first);
  // Of two things that are done altogether differently the details are not comparable.
  const told = first.aspect === "action" ? [first] : [first, ...others];
  return told.slice(0, mostReasons).map((one) => sayDifference(one, { wanted, given }));
}

function sayFirst({ differences, wanted, given }: Compared): string {
  return sayDifference(firstDifference(differences), { wanted, given });
}

/** The author's own sentence on a wrong command that means what was typed. */
function authorsWhy(card: DrawnCommandCard, typed: string): string | null {
  const parsed = parseCommand(typed);
  const listed = card.wrong.find(({ why, text }) => {
    if (why === undefined) return false;
    return text === typed.trim() || compareCommands(parseCommand(text), parsed).verdict === "equal";
  });
  return listed?.why ?? null;
}
