import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { OrderCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";

describe("order", () => {
  const card: OrderCard = {
    ...sampleCard,
    kind: "order",
    items: [{ text: "FROM" }, { text: "RUN" }, { text: "COPY", why: "After it." }, { text: "RUN" }],
  };
  const grade = (order: number[]) => gradeAnswer(card, { kind: "order", order });

  it("takes items with the same text for each other", () => {
    expect(grade([0, 3, 2, 1]).outcome).toBe("correct");
  });

  it("gives as much as there are items that need not move", () => {
    const five: OrderCard = { ...card, items: [..."abcde"].map((text) => ({ text })) };
    const graded = (order: number[]) => gradeAnswer(five, { kind: "order", order });
    expect(graded([1, 2, 3, 4, 0])).toMatchObject({
      outcome: "partly",
      credit: 0.75,
      reasons: ["1 item is out of place."],
    });
    expect(graded([1, 2, 3, 4, 0]).parts.filter((part) => !part.right)).toEqual([
      { index: 0, right: false },
    ]);
    expect(graded([4, 3, 2, 1, 0])).toMatchObject({ outcome: "wrong", credit: 0 });
    expect(graded([1, 0, 3, 2, 4])).toMatchObject({ outcome: "partly", credit: 0.5 });
  });

  it.each([[[0, 1]], [[0, 1, 2, 2]], [[0, 1, 2, 4]], [[]]])("cannot read %j", (order) => {
    expect(grade(order).outcome).toBe("unreadable");
  });

  it("knows the place of the one that is left", () => {
    expect(grade([0, 1, 2]).outcome).toBe("correct");
    expect(grade([0, 2, 1])).toMatchObject({ outcome: "partly", credit: 2 / 3 });
  });

  it("says of as many parts that they are out of place as it counts, whatever was answered", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const { parts, reasons } = grade(order);
        const out = parts.filter(({ right }) => !right).length;
        const words =
          out === 0 ? [] : [`${out} ${out === 1 ? "item is" : "items are"} out of place.`];
        expect(reasons).toEqual(words);
      }),
    );
  });

  it("takes what was put nowhere as out of place once the answer is final", () => {
    const final = (order: number[]) => gradeAnswer(card, { kind: "order", order }, true);
    expect(final([0, 1])).toMatchObject({ outcome: "wrong", credit: 1 / 3 });
    expect(final([0, 1]).parts.map(({ right }) => right)).toEqual([true, true, false, false]);
    expect(final([]).outcome).toBe("unreadable");
  });
});
