import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { DiagramCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { rightAnswer } from "#core/grading/right-answer";

const card: DiagramCard = {
  ...sampleCard,
  kind: "diagram",
  drawing: { id: "stack", title: "", slides: [1], text: "", parts: [], lines: [] },
  places: [
    { part: "guest-a", label: "Guest OS", why: "Each VM boots one." },
    { part: "guest-b", label: "Guest OS" },
    { part: "host", label: "Host OS", why: "One for all." },
    { part: "hardware", label: "Hardware" },
  ],
  extra: [{ text: "Docker engine", why: "It starts no machines." }],
};
const graded = (...labels: (number | null)[]) => gradeAnswer(card, { kind: "diagram", labels });

describe("a drawing's labels", () => {
  it("are right where they belong, two of the same words in either order", () => {
    expect(gradeAnswer(card, rightAnswer(card))).toMatchObject({ outcome: "correct", credit: 1 });
    expect(graded(1, 0, 2, 3)).toMatchObject({ outcome: "correct" });
    expect(graded(0, 0, 2, 3)).toMatchObject({ outcome: "correct" });
  });

  it("are partly right from half on, each with its reason", () => {
    expect(graded(0, 1, 3, 2)).toEqual({
      outcome: "partly",
      credit: 0.5,
      reasons: ["2 of 4 right."],
      parts: [
        { index: 0, right: true, why: "Each VM boots one." },
        { index: 1, right: true },
        { index: 2, right: false, why: "One for all." },
        { index: 3, right: false },
      ],
    });
    expect(graded(2, 3, 0, 3)).toMatchObject({ outcome: "wrong", credit: 0.25 });
  });

  it("are told by their own reason where they belong nowhere", () => {
    const { parts } = graded(0, 1, 4, 3);
    expect(parts[2]).toEqual({ index: 2, right: false, why: "It starts no machines." });
  });

  it("are not read while one is missing, or does not fit", () => {
    expect(graded(0, 1, null, 3)).toMatchObject({
      outcome: "unreadable",
      reasons: ["3 of 4 placed."],
    });
    for (const labels of [[], [0, 1, 2], [0, 1, 2, 5], [0, 1, 2, -1]]) {
      expect(graded(...labels).outcome).toBe("unreadable");
    }
  });

  it("are explained where the learner asked for them", () => {
    const { outcome, parts } = gradeAnswer(card, { kind: "none", asked: "diagram" });
    expect(outcome).toBe("wrong");
    expect(parts[0]).toEqual({ index: 0, right: false, why: "Each VM boots one." });
  });
});
