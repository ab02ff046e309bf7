import { drawCard } from "#core/content/draw-card";
import type { Card, CommandCard } from "#core/content/types";
import { judgeCommand } from "#core/grading/command/judge-command";
import { gradeAnswer } from "#core/grading/grade";
import type { Answer } from "#core/grading/types";

const outcomes = ["right", "partly", "wrong", "refused"] as const;
/** What becomes of what is typed; `refused`: the shell, the client or the engine takes it not. */
type TriedOutcome = (typeof outcomes)[number];

/**
 * Grades lines of `card-id<tab>outcome<tab>what is typed`, with a command card's places as
 * `{{name}}`; empty lines and those that begin with `#` are none. Gives a sentence for each that
 * comes out otherwise, says nothing that can be graded, or stands there twice, with its number.
 */
export function tryLines(cards: readonly Card[], text: string): string[] {
  const known = new Map(cards.map((card) => [card.id, card]));
  const seen = new Set<string>();
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const fault = seen.has(line) ? "it stands there already" : faultOf(known, line);
    seen.add(line);
    return fault === null ? [] : [`line ${at + 1}: ${fault}`];
  });
}

function faultOf(cards: ReadonlyMap<string, Card>, line: string): string | null {
  const [id = "", expected = "", ...rest] = line.split("\t");
  const typed = rest.join("\t");
  const card = cards.get(id);
  if (!card) return `there is no card ${id}`;
  if (!outcomes.some((outcome) => outcome === expected) || rest.length === 0) {
    return `it is not "card-id, ${outcomes.join(" | ")}, what is typed", with tabs between`;
  }
  const outcome = card.kind === "command" ? ofCommand(card, typed) : ofTyped(card, typed);
  if (outcome === null) return `${id} is not typed`;
  return outcome === expected ? null : `${id}: ${typed} is ${outcome}, not ${expected}`;
}

function ofCommand(card: CommandCard, typed: string): TriedOutcome | "not modelled" {
  const drawn = drawCard(card, 1);
  const command = Object.entries(drawn.drawn).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
    typed,
  );
  const { layer } = judgeCommand(drawn, command);
  switch (layer) {
    case "same":
    case "same-effect":
    case "allowed":
      return "right";
    case "empty":
    case "unmodelled":
      return "not modelled";
    default:
      return layer;
  }
}

function ofTyped(card: Exclude<Card, CommandCard>, text: string): TriedOutcome | null {
  const answer = { kind: card.kind, text };
  if (!isTyped(answer)) return null;
  switch (gradeAnswer(card, answer)?.outcome) {
    case "correct":
      return "right";
    case "partly":
      return "partly";
    case undefined:
      return null;
    default:
      return "wrong";
  }
}

function isTyped(answer: {
  kind: string;
  text: string;
}): answer is Extract<Answer, { text: string }> {
  return ["cloze", "text", "output"].includes(answer.kind);
}
