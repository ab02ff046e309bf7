import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelLines, runOf, segmentOf } from "./layout";
import { textLines, textWidth } from "./text-width";
import { diagramText, partsNamedIn } from "./words";

const cells = fc.tuple(
  fc.nat(30),
  fc.nat(60),
  fc.integer({ min: 1, max: 10 }),
  fc.integer({ min: 1, max: 10 }),
);

describe("a line", () => {
  it("is straight both ways or neither, and runs between the boxes", () => {
    fc.assert(
      fc.property(cells, cells, (from, to) => {
        const there = segmentOf(from, to);
        const back = segmentOf(to, from);
        if (there === null || back === null) {
          expect(there).toEqual(back);
          return;
        }
        expect(back).toEqual({ x1: there.x2, y1: there.y2, x2: there.x1, y2: there.y1 });
        expect(there.x1 === there.x2 || there.y1 === there.y2).toBe(true);
      }),
    );
  });

  it("has its label in the free space between the outer boxes", () => {
    const parts = [
      { id: "client", at: [0, 0, 10, 4] as [number, number, number, number] },
      { id: "host", at: [0, 10, 20, 20] as [number, number, number, number] },
      { id: "engine", in: "host", at: [1, 20, 9, 4] as [number, number, number, number] },
    ];
    const run = runOf({ from: "client", to: "engine", label: "API" }, parts);
    expect(run?.segment).toEqual({ x1: 44, y1: 32, x2: 44, y2: 160 });
    expect(run?.label).toMatchObject({ x: 49, y: 60, anchor: "start" });
    const left = runOf({ from: "client", to: "engine", label: "API", side: "left" }, parts);
    expect(left?.label).toMatchObject({ x: 39, anchor: "end" });
  });
});

describe("a label", () => {
  it("breaks between words, never wider than its box", () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Z]{1,9}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (list, width) => {
        const lines = textLines(list.join(" "), 14, width);
        if (lines === null) return;
        expect(lines.join(" ")).toBe(list.join(" "));
        for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("stands in the middle of a box, at the top left of a group, or nowhere", () => {
    const part = { label: "Engine", note: "dockerd", at: [0, 0, 20, 6] as const };
    const at: [number, number, number, number] = [...part.at];
    expect(labelLines({ ...part, at }, false)).toEqual([
      { text: "Engine", x: 80, y: 21, note: false },
      { text: "dockerd", x: 80, y: 36, note: true },
    ]);
    expect(labelLines({ ...part, at }, true)?.[0]).toEqual({
      text: "Engine",
      x: 7,
      y: 17,
      note: false,
    });
    expect(labelLines({ ...part, at: [0, 0, 20, 4] }, false)).toBeNull();
    expect(labelLines({ ...part, at: [0, 0, 5, 9] }, false)).toBeNull();
  });
});

it("a drawing's words name its parts, in their own words where they have some", () => {
  const text = "A {host} runs {engine|the engine}.";
  expect(partsNamedIn(text)).toEqual(["host", "engine"]);
  expect(diagramText(text, (id, other) => other ?? id.toUpperCase())).toBe(
    "A HOST runs the engine.",
  );
});
