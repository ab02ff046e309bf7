import type { DrawnCommandCard } from "#core/content/draw-card";
import { codeSpan } from "#core/content/inline";
import { compareCommands } from "#core/docker/compare-commands";
import { parseCommand } from "#core/docker/parse-command";
import { findSlip } from "#core/docker/say/find-slip";
import { sayRefused } from "#core/docker/say/refused-words";
import { firstDifference, sayDifference, surplus } from "#core/docker/say/say-difference";
import type { Parsed } from "#core/docker/types";
import { commandGradingText } from "#core/text/grading/command-grading-text";
import type { ComparedJudgement, RefusedJudgement } from "./grade-command";

/** Reasons beyond the first few are noise: mend one thing and see. */
const mostReasons = 3;

/** Why a command is refused. */
export function refusedReasons(card: DrawnCommandCard, judgement: RefusedJudgement): string[] {
  const { parsed, refused, wanted, typed } = judgement;
  const { message, hint } = sayRefused(refused);
  const why = authorsWhy(card, typed) ?? findSlip({ parsed, canonical: null }, wanted) ?? hint;
  return [...(why === null ? [] : [why]), codeSpan(message)];
}

/** In what a command differs. */
export function wrongReasons(card: DrawnCommandCard, judgement: ComparedJudgement): string[] {
  const { parsed, given, wanted, typed } = judgement;
  const why = authorsWhy(card, typed) ?? findSlip({ parsed, canonical: given }, wanted);
  return why === null ? differenceReasons(judgement) : [why];
}

function differenceReasons({ differences, forbidden, wanted, given }: ComparedJudgement): string[] {
  const first = firstDifference(forbidden.length > 0 ? forbidden : differences);
  const others = differences.filter((one) => one !== first);
  // Of two things that are done altogether differently the details are not comparable.
  const told = first.aspect === "action" ? [first] : [first, ...others];
  return told.slice(0, mostReasons).map((one) => sayDifference(one, { wanted, given }));
}

/** In what a command differs that the card allows. */
export function allowedReason({ differences, wanted, given }: ComparedJudgement): string {
  const said = sayDifference(firstDifference(differences), { wanted, given });
  return said.endsWith(surplus)
    ? commandGradingText().surplusAllowed(said.slice(0, -surplus.length))
    : commandGradingText().allowed(said);
}

/**
 * The author's own sentence on a wrong command that means what was typed. What stands before the
 * program means nothing to docker, and yet the sentence may be about it: who has not typed it is
 * not told of it.
 */
function authorsWhy(card: DrawnCommandCard, typed: string): string | null {
  const parsed = parseCommand(typed);
  const before = (read: Parsed) =>
    read.parts.flatMap(({ role, text }) => (role === "prefix" ? [text.replace(/=.*$/s, "")] : []));
  const listed = card.wrong.find(({ why, text }) => {
    if (why === undefined) return false;
    if (text === typed.trim()) return true;
    const wrong = parseCommand(text);
    const isBefore = before(wrong).every((word) => before(parsed).includes(word));
    return isBefore && compareCommands(wrong, parsed).verdict === "equal";
  });
  return listed?.why ?? null;
}
