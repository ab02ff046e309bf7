import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { ChoiceCard, ClassifyCard, ListCard, MatchCard, MultiCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";

describe("choice", () => {
  const card: ChoiceCard = {
    ...sampleCard,
    kind: "choice",
    options: [
      { text: "the kernel", right: true, why: "There is only one." },
      { text: "an init system", right: false, why: "That is LXC's way." },
      { text: "a hypervisor", right: false, why: "That is a VM's." },
    ],
  };

  it("explains every option, whichever was chosen, and first the chosen one", () => {
    const verdict = gradeAnswer(card, { kind: "choice", option: 1 });
    expect(verdict).toEqual({
      outcome: "wrong",
      credit: 0,
      reasons: ["That is LXC's way."],
      parts: [
        { index: 0, right: false, why: "There is only one." },
        { index: 1, right: false, why: "That is LXC's way." },
        { index: 2, right: true, why: "That is a VM's." },
      ],
    });
    expect(gradeAnswer(card, { kind: "choice", option: 0 }).reasons).toEqual([
      "There is only one.",
    ]);
  });

  it.each([-1, 3, 0.5, Number.NaN])("cannot read option %s", (option) => {
    expect(gradeAnswer(card, { kind: "choice", option }).outcome).toBe("unreadable");
  });
});

describe("multi", () => {
  const card: MultiCard = {
    ...sampleCard,
    kind: "multi",
    options: [true, true, true, false, false].map((right, index) => ({
      text: `${index}`,
      right,
      why: `why ${index}`,
    })),
  };
  const grade = (options: number[]) => gradeAnswer(card, { kind: "multi", options });

  it("does not mind in which order they were chosen", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), (chosen) => {
        expect(grade(chosen)).toEqual(grade(chosen.toSorted((one, other) => one - other)));
      }),
    );
  });

  it("gives no more for a further wrong one and less for none", () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3], { minLength: 1 }), (chosen) => {
        expect(grade([...chosen, 4]).credit).toBeLessThanOrEqual(grade(chosen).credit);
      }),
    );
  });

  it.each([
    { chosen: [2, 0, 1], outcome: "correct", credit: 1, reasons: [] },
    { chosen: [0, 1], outcome: "partly", credit: 2 / 3, reasons: ["2 of 3 found."] },
    {
      chosen: [0, 1, 2, 3],
      outcome: "partly",
      credit: 2 / 3,
      reasons: ["3 of 3 found.", "1 of your choices does not belong."],
    },
    {
      chosen: [0, 3, 4],
      outcome: "wrong",
      credit: 0,
      reasons: ["1 of 3 found.", "2 of your choices do not belong."],
    },
  ])("gives $credit for $chosen", ({ chosen, ...verdict }) => {
    expect(grade(chosen)).toMatchObject(verdict);
  });

  it.each([[[]], [[0, 0]], [[5]], [[-1]]])("cannot read %j", (chosen) => {
    expect(grade(chosen).outcome).toBe("unreadable");
  });
});

describe("match", () => {
  const card: MatchCard = {
    ...sampleCard,
    kind: "match",
    pairs: [
      { left: "Docker", right: "Dockerfile" },
      { left: "Compose", right: "docker-compose.yml", why: "YAML, many services." },
      { left: "azk", right: "Azkfile.js" },
      { left: "Crane", right: "docker-compose.yml" },
    ],
  };
  const grade = (rights: (number | null)[]) => gradeAnswer(card, { kind: "match", rights });

  it("takes a shared right side from either pair", () => {
    expect(grade([0, 3, 2, 3]).outcome).toBe("correct");
    expect(grade([0, 3, 2, 1]).outcome).toBe("correct");
  });

  it("is partly right from half on", () => {
    expect(grade([0, 1, 3, 0])).toMatchObject({ outcome: "partly", credit: 0.5 });
    expect(grade([0, 2, 3, 0])).toMatchObject({ outcome: "wrong", credit: 0.25 });
    expect(grade([0, 2, 3, 0]).parts[1]).toEqual({
      index: 1,
      right: false,
      why: "YAML, many services.",
    });
  });

  it("cannot read what is not finished", () => {
    expect(grade([0, 1, null, 3])).toMatchObject({
      outcome: "unreadable",
      reasons: ["3 of 4 placed."],
    });
    expect(grade([0, 1, 2]).outcome).toBe("unreadable");
    expect(grade([0, 1, 2, 4]).outcome).toBe("unreadable");
  });

  it("takes what was left empty as not right once the answer is final", () => {
    const final = (rights: (number | null)[]) => gradeAnswer(card, { kind: "match", rights }, true);
    expect(final([0, 1, null, 3])).toMatchObject({ outcome: "partly", credit: 0.75 });
    expect(final([null, null, null, null]).outcome).toBe("unreadable");
  });
});

describe("classify", () => {
  const card: ClassifyCard = {
    ...sampleCard,
    kind: "classify",
    bins: ["VM", "container"],
    items: [
      { text: "own kernel", bin: 0, why: "It boots one." },
      { text: "shared kernel", bin: 1, why: "The host's." },
      { text: "starts in a blink", bin: 1, why: "A process." },
    ],
  };
  const grade = (bins: (number | null)[]) => gradeAnswer(card, { kind: "classify", bins });

  it("says why of every item", () => {
    expect(grade([0, 1, 0])).toEqual({
      outcome: "partly",
      credit: 2 / 3,
      reasons: ["2 of 3 right."],
      parts: [
        { index: 0, right: true, why: "It boots one." },
        { index: 1, right: true, why: "The host's." },
        { index: 2, right: false, why: "A process." },
      ],
    });
    expect(grade([0, 0, 0]).outcome).toBe("wrong");
  });

  it("cannot read what is not finished or not there", () => {
    expect(grade([0, null, 1]).reasons).toEqual(["2 of 3 placed."]);
    expect(grade([0, 1, 2]).outcome).toBe("unreadable");
  });
});

describe("list", () => {
  const card: ListCard = {
    ...sampleCard,
    kind: "list",
    items: [{ text: "fast" }, { text: "light", note: "No guest OS." }],
  };

  it("counts what was said, and takes nothing for an answer", () => {
    expect(gradeAnswer(card, { kind: "list", said: [0] })).toEqual({
      outcome: "partly",
      credit: 0.5,
      reasons: ["You said 1 of 2."],
      parts: [
        { index: 0, right: true },
        { index: 1, right: false, why: "No guest OS." },
      ],
    });
    expect(gradeAnswer(card, { kind: "list", said: [] }).outcome).toBe("wrong");
    expect(gradeAnswer(card, { kind: "list", said: [1, 1] }).outcome).toBe("unreadable");
  });
});
