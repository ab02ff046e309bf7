import { describe, expect, it } from "vitest";
import { knownState } from "#core/scheduling/made-queue";
import { conceptDepths, levelOf } from "./level";

const concept = (id: string, ...needs: string[]) => ({ id, topic: "t", title: id, needs });

describe("conceptDepths", () => {
  it("is the longest chain of what must be known first", () => {
    const concepts = [
      concept("c", "a", "b"),
      concept("b", "a"),
      concept("a"),
      concept("d", "gone"),
    ];
    expect(Object.fromEntries(conceptDepths({ concepts }))).toMatchObject({
      a: 0,
      b: 1,
      c: 2,
      d: 1,
    });
  });

  it("ends where concepts need each other", () => {
    const depths = conceptDepths({ concepts: [concept("a", "b"), concept("b", "a")] });
    expect(Math.max(...depths.values())).toBeLessThan(3);
  });
});

describe("levelOf", () => {
  const level = (kind: "choice" | "command", depth: number, difficulty?: number) =>
    levelOf(
      { kind, concept: "a" },
      {
        depths: new Map([["a", depth]]),
        state: difficulty === undefined ? undefined : knownState({ difficulty }),
      },
    );

  it("rises with the form, with what must be known first and with the learner's own trouble", () => {
    expect(level("command", 0)).toBeGreaterThan(level("choice", 0));
    expect(level("choice", 2)).toBeGreaterThan(level("choice", 1));
    expect(level("choice", 2, 9)).toBeGreaterThan(level("choice", 2, 2));
  });

  it("stays between 0 and 100", () => {
    expect(level("choice", 0, 1)).toBe(0);
    expect(level("command", 50, 10)).toBeLessThanOrEqual(100);
  });
});
