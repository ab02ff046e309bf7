import type { Answer, Verdict } from "#core/grading/types";
import { type CardPlace, inReadingOrder, type Path, type Problem } from "./problem";
import type { Card, Refused } from "./types";

/** How an answer is graded; null where the learner alone judges. */
export type Grade = (card: Card, answer: Answer) => Verdict | null;

/** An answer of a card and what grading must find. */
type Trial = { path: Path; said: string; answer: Answer } & (
  | { outcome: "correct" | "wrong" }
  | { outcome: "not correct"; why?: string }
);

/**
 * Grades every answer that the cards themselves call right, wrong or refused, and tells where
 * grading finds something else.
 */
export function proveAnswers(cards: readonly Card[], grade: Grade, placeOf: CardPlace): Problem[] {
  const problems = cards.flatMap((card) =>
    trialsOf(card).flatMap((trial) => {
      const verdict = grade(card, trial.answer);
      const fault = verdict === null ? null : faultOf(trial, verdict);
      if (fault === null) return [];
      const message = `${card.id}: ${trial.said} is graded ${fault}.`;
      return [{ ...placeOf(card.id, trial.path), message, hint: hintOf(trial) }];
    }),
  );
  return inReadingOrder(problems);
}

function faultOf(trial: Trial, verdict: Verdict): string | null {
  const { outcome, reasons } = verdict;
  if (trial.outcome !== "not correct") return outcome === trial.outcome ? null : outcome;
  if (outcome === "correct") return outcome;
  if (trial.why === undefined || reasons.includes(trial.why)) return null;
  return `${outcome}, but without its own reason`;
}

function hintOf(trial: Trial): string {
  if (trial.path[0] === "refuse") {
    return "It is too near to an accepted or another refused answer.";
  }
  return `It should be ${trial.outcome}.`;
}

function trialsOf(card: Card): Trial[] {
  switch (card.kind) {
    case "recall":
      return [];
    case "list":
      return [right(["items"], { kind: card.kind, said: card.items.map((_, i) => i) })];
    case "cloze":
    case "text":
      return typedTrials(card);
    case "choice":
      return card.options.map((option, i) => ({
        path: ["options", i],
        said: `option "${option.text}"`,
        answer: { kind: card.kind, option: i },
        outcome: option.right ? "correct" : "wrong",
      }));
    case "multi":
      return multiTrials(card);
    case "order":
      return orderTrials(card);
    case "match":
      return [right(["pairs"], { kind: card.kind, rights: card.pairs.map((_, i) => i) })];
    case "classify":
      return [right(["items"], { kind: card.kind, bins: card.items.map((item) => item.bin) })];
  }
}

function right(path: Path, answer: Answer): Trial {
  return { path, said: "the right answer", answer, outcome: "correct" };
}

type Typed = Extract<Card, { kind: "cloze" | "text" }>;

function typedTrials(card: Typed): Trial[] {
  const { kind } = card;
  const accepted = card.accept.map(
    (text, i): Trial => ({
      // A cloze's first answer stands in its front, so its list starts with the second.
      path: kind === "text" ? ["accept", i] : i === 0 ? ["front"] : ["accept", i - 1],
      said: `accepted "${text}"`,
      answer: { kind, text },
      outcome: "correct",
    }),
  );
  const refused = card.refuse.map(
    ({ text, why }: Refused, i): Trial => ({
      path: ["refuse", i],
      said: `refused "${text}"`,
      answer: { kind, text },
      outcome: "not correct",
      why,
    }),
  );
  return [...accepted, ...refused, ...numberTrials(card)];
}

/** Both ends of the tolerance are right, a step beyond either is not. */
function numberTrials(card: Typed): Trial[] {
  if (card.kind !== "text" || card.number === undefined) return [];
  const { value, tolerance } = card.number;
  const beyond = tolerance + Math.max(1, tolerance);
  const trial = (given: number, outcome: "correct" | "wrong"): Trial => ({
    path: ["number"],
    said: `the number ${given}`,
    answer: { kind: "text", text: String(given) },
    outcome,
  });
  return [
    trial(value, "correct"),
    trial(value - tolerance, "correct"),
    trial(value + tolerance, "correct"),
    trial(value + beyond, "wrong"),
  ];
}

function multiTrials(card: Extract<Card, { kind: "multi" }>): Trial[] {
  const rights = card.options.flatMap((option, i) => (option.right ? [i] : []));
  const wrongs = card.options.flatMap((option, i) => (option.right ? [] : [i]));
  return [
    right(["options"], { kind: card.kind, options: rights }),
    ...wrongs.map(
      (i): Trial => ({
        path: ["options", i],
        said: `only option "${card.options[i]?.text}"`,
        answer: { kind: card.kind, options: [i] },
        outcome: "wrong",
      }),
    ),
  ];
}

function orderTrials(card: Extract<Card, { kind: "order" }>): Trial[] {
  const order = card.items.map((_, i) => i);
  const reversed: Trial = {
    path: ["items"],
    said: "the reversed order",
    answer: { kind: card.kind, order: order.toReversed() },
    outcome: "not correct",
  };
  return [right(["items"], { kind: card.kind, order }), reversed];
}
