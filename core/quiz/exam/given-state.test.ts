import { describe, expect, it } from "vitest";
import type { Answer } from "#core/grading/types";
import { madeCards } from "#core/quiz/taking/quiz-story";
import { givenState } from "./given-state";
import { isBlank } from "./is-blank";

const [choice, , , sorting] = madeCards;
const given = (answer: Answer) => ({ card: "d", answer, confidence: null, duration: 0 });

describe("how far a question is answered", () => {
  it("is open, begun or answered by what stands in its inputs", () => {
    if (!choice || !sorting) throw new Error("There are four");
    const sorted = (bins: (number | null)[]) =>
      givenState(sorting, given({ kind: "classify", bins }));
    expect(sorted([null, null, null])).toBe("open");
    expect(sorted([0, null, 1])).toBe("begun");
    expect(sorted([0, 0, 1])).toBe("answered");
    expect(givenState(choice, null)).toBe("open");
    expect(givenState(choice, given({ kind: "choice", option: 1 }))).toBe("answered");
  });

  it("is never told by a card that is not at hand", () => {
    expect(givenState(null, given({ kind: "text", text: "box" }))).toBe("answered");
  });
});

const blank: Answer[] = [
  { kind: "none", asked: "choice" },
  { kind: "cloze", text: " " },
  { kind: "command", text: "" },
  { kind: "output", text: "" },
  { kind: "multi", options: [] },
  { kind: "order", order: [] },
  { kind: "match", rights: [null, null] },
  { kind: "diagram", labels: [null] },
  { kind: "options", asked: "multi", said: [null, null] },
];
const told: Answer[] = [
  { kind: "text", text: "0" },
  { kind: "output", option: 0 },
  { kind: "multi", options: [0] },
  { kind: "order", order: [0] },
  { kind: "match", rights: [null, 0] },
  { kind: "options", asked: "multi", said: [null, false] },
];

it.each(blank)("takes %j for no answer", (answer) => expect(isBlank(answer)).toBe(true));
it.each(told)("takes %j for an answer", (answer) => expect(isBlank(answer)).toBe(false));
