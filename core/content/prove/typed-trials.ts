import type { Card, Quantity, Refused } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import type { Trial } from "./trial";

type TypedKind = "cloze" | "text" | "output";
type Typed = { kind: TypedKind; accept: string[]; refuse: Refused[]; number?: Quantity };

/** What a card asks for that is answered by typing a text; null: it is answered otherwise. */
export function askedTyped(card: Card): Typed | null {
  if (card.kind === "cloze" || card.kind === "text") return card;
  if (card.kind !== "output" || card.asked.as === "choice") return null;
  return { ...card.asked, kind: "output" };
}

export const typedAnswer = (kind: TypedKind, text: string): Answer =>
  kind === "output" ? { kind, text } : { kind, text };

/** Every accepted and every refused answer, and the refused ones as leniency may let them pass. */
export function typedTrials({ kind, ...card }: Typed): Trial[] {
  const accepted = card.accept.map(
    (text, i): Trial => ({
      // A cloze's first answer stands in its front, so its list starts with the second.
      path: kind !== "cloze" ? ["accept", i] : i === 0 ? ["front"] : ["accept", i - 1],
      said: `accepted "${text}"`,
      answer: typedAnswer(kind, text),
      outcome: "correct",
    }),
  );
  const refused = card.refuse.map(
    ({ text, why }: Refused, i): Trial => ({
      path: ["refuse", i],
      said: `refused "${text}"`,
      answer: typedAnswer(kind, text),
      outcome: "not correct",
      why,
    }),
  );
  const dressed = card.refuse.flatMap(({ text }, i) =>
    dressings(text, card.accept[0] ?? String(card.number?.value)).map(
      (said): Trial => ({
        path: ["refuse", i],
        said: `refused "${text}" typed as "${said}"`,
        answer: typedAnswer(kind, said),
        outcome: "not correct",
      }),
    ),
  );
  return [...accepted, ...refused, ...dressed, ...numberTrials(kind, card.number)];
}

/** A wrong answer with what a right one may have around it, and beside a right one. */
function dressings(wrong: string, right: string): string[] {
  const around = [
    `the ${wrong}`,
    `${wrong}.`,
    `it is ${wrong}`,
    `Docker ${wrong}`,
    `sudo ${wrong}`,
  ];
  const beside = [`${right} (${wrong})`, `${wrong} (${right})`, `${right} or ${wrong}`];
  return [...around, `version ${wrong}`, `${wrong}+`, `${wrong}s`, ...beside];
}

/** Both ends of the tolerance are right, a step beyond either is not. */
function numberTrials(kind: TypedKind, number: Quantity | undefined): Trial[] {
  if (number === undefined) return [];
  const { value, tolerance } = number;
  const beyond = tolerance + Math.max(1, tolerance);
  const trial = (given: number, outcome: "correct" | "wrong"): Trial => ({
    path: ["number"],
    said: `the number ${given}`,
    answer: typedAnswer(kind, String(given)),
    outcome,
  });
  return [
    trial(value, "correct"),
    trial(value - tolerance, "correct"),
    trial(value + tolerance, "correct"),
    trial(value + beyond, "wrong"),
  ];
}
