import { expect, test } from "vitest";
import { gradeAnswer } from "#core/grading/grade";
import type { Answer } from "#core/grading/types";
import { labelsOf } from "#core/grading/verdict/labels-of";
import { type PaperAnswer, paperAnswer } from "#core/quiz/paper/paper-question";
import { paperQuestions, type SheetQuestion } from "#core/quiz/paper/sheet-question";
import { soundContent } from "./parsed-deck";

const { cards } = soundContent().deck;
const questions = paperQuestions(cards);

test("what the key of a printed page says is graded right, for every card", () => {
  expect(questions.length).toBeGreaterThan(300);
  const wrong = questions.filter((question) => {
    const answer = asAnswered(question, paperAnswer(question));
    return gradeAnswer(question.card, answer)?.outcome !== "correct";
  });
  expect(wrong.map(({ card }) => card.id)).toEqual([]);
});

test("nothing on paper stands in its right order already", () => {
  const told = questions.filter((question) => {
    const answer = paperAnswer(question);
    return answer.form === "place" && answer.items.every(({ place }, at) => place === at + 1);
  });
  expect(told.map(({ card }) => card.id)).toEqual([]);
  const first = questions.filter((question) => {
    const answer = paperAnswer(question);
    return answer.form === "tick" && !answer.several && answer.options[0]?.right;
  });
  const choices = questions.filter(({ card }) => card.kind === "choice");
  expect(first.length).toBeLessThan(choices.length / 2);
});

test("a paper is the same whenever it is printed", () => {
  const again = paperQuestions(cards);
  expect(again).toEqual(questions);
});

/** The answer of somebody who has copied the key. */
function asAnswered({ card, display }: SheetQuestion, answer: PaperAnswer): Answer {
  switch (answer.form) {
    case "tick": {
      const right = answer.options.flatMap((option, at) =>
        option.right ? [display[at] ?? -1] : [],
      );
      if (card.kind === "multi") return { kind: "multi", options: right };
      const option = right[0] ?? -1;
      return card.kind === "output" ? { kind: "output", option } : { kind: "choice", option };
    }
    case "place": {
      const order: number[] = [];
      for (const [at, { place }] of answer.items.entries()) order[place - 1] = display[at] ?? -1;
      return { kind: "order", order };
    }
    case "letter":
      return lettered({ card, display }, answer);
    case "write": {
      const text = answer.accept[0] ?? `${answer.number?.value}`;
      if (card.kind === "command") return { kind: "command", text };
      if (card.kind === "cloze") return { kind: "cloze", text };
      if (card.kind === "output") return { kind: "output", text };
      return { kind: "text", text };
    }
  }
}

function lettered(
  { card, display }: SheetQuestion,
  { rows, letters }: Extract<PaperAnswer, { form: "letter" }>,
): Answer {
  const texts = rows.map(({ letter }) => letters.find((one) => one.letter === letter)?.text ?? "");
  if (card.kind === "match") {
    const rights = texts.map((text) => card.pairs.findIndex(({ right }) => right === text));
    return { kind: "match", rights };
  }
  if (card.kind === "classify") {
    const bins: number[] = [];
    for (const [at, index] of display.entries()) bins[index] = card.bins.indexOf(texts[at] ?? "");
    return { kind: "classify", bins };
  }
  if (card.kind !== "diagram") throw new Error(`${card.id} has no letters`);
  return { kind: "diagram", labels: texts.map((text) => labelsOf(card).indexOf(text)) };
}
