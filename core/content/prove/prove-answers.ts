import {
  type CardPlace,
  inReadingOrder,
  type Path,
  type Problem,
} from "#core/content/read/problem";
import type { Card, CommandCard, Option, OutputCard } from "#core/content/types";
import type { Answer, Grade, Verdict } from "#core/grading/types";
import { proveCommands } from "./prove-commands";
import type { Trial } from "./trial";
import { typedTrials } from "./typed-trials";

/**
 * Grades every answer that the cards themselves call right, wrong or refused, and tells where
 * grading finds something else.
 */
export function proveAnswers(cards: readonly Card[], grade: Grade, placeOf: CardPlace): Problem[] {
  const problems = cards.flatMap((card) => {
    if (card.kind === "command") return proveCommands(card, placeOf);
    const told = new Set<string>();
    return trialsOf(card).flatMap((trial) => {
      const verdict = grade(card, trial.answer);
      const fault = verdict === null ? null : faultOf(trial, verdict);
      // What passes as it stands passes in other words, too.
      if (fault === null || told.has(trial.path.join())) return [];
      told.add(trial.path.join());
      const message = `${card.id}: ${trial.said} is graded ${fault}.`;
      return [{ ...placeOf(card.id, trial.path), message, hint: hintOf(trial) }];
    });
  });
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

function trialsOf(card: Exclude<Card, CommandCard>): Trial[] {
  switch (card.kind) {
    case "recall":
      return [];
    case "list":
      return [right(["items"], { kind: card.kind, said: card.items.map((_, i) => i) })];
    case "cloze":
    case "text":
      return typedTrials(card);
    case "output":
      return outputTrials(card);
    case "choice":
      return optionTrials(card.kind, card.options);
    case "multi":
      return multiTrials(card);
    case "order":
      return orderTrials(card);
    case "match":
      return [right(["pairs"], { kind: card.kind, rights: card.pairs.map((_, i) => i) })];
    case "diagram":
      return diagramTrials(card);
    case "classify":
      return [right(["items"], { kind: card.kind, bins: card.items.map((item) => item.bin) })];
  }
}

function right(path: Path, answer: Answer): Trial {
  return { path, said: "the right answer", answer, outcome: "correct" };
}

function outputTrials({ kind, asked }: OutputCard): Trial[] {
  return asked.as === "choice"
    ? optionTrials(kind, asked.options)
    : typedTrials({ ...asked, kind });
}

function optionTrials(kind: "choice" | "output", options: readonly Option[]): Trial[] {
  return options.map((option, i) => ({
    path: ["options", i],
    said: `option "${option.text}"`,
    answer: kind === "choice" ? { kind, option: i } : { kind, option: i },
    outcome: option.right ? "correct" : "wrong",
  }));
}

/** Each place is tried with all the others right and one label of the extra ones there. */
function diagramTrials({ kind, places, extra }: Extract<Card, { kind: "diagram" }>): Trial[] {
  const labels = places.map((_, i) => i);
  return [
    right(["places"], { kind, labels }),
    ...extra.map(({ text }, i): Trial => {
      const answer: Answer = { kind, labels: [places.length + i, ...labels.slice(1)] };
      const said = `"${text}" in the first place`;
      return { path: ["extra", i], said, answer, outcome: "not correct" };
    }),
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
