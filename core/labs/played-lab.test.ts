import fc from "fast-check";
import { expect, it } from "vitest";
import { readPlayedLab } from "./played-lab";

const kept = fc.record({
  lab: fc.constant("lab-one"),
  seed: fc.nat(),
  engine: fc.nat(),
  began: fc.nat(),
  lines: fc.array(fc.record({ text: fc.string(), at: fc.nat() })),
  hints: fc.nat(),
  reached: fc.boolean(),
});

it("reads what was kept, and nothing else", () => {
  fc.assert(
    fc.property(kept, (one) => {
      expect(readPlayedLab(JSON.stringify(one), "lab-one")).toEqual(one);
    }),
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(() => readPlayedLab(text, "lab-one")).not.toThrow();
    }),
  );
  for (const damaged of [null, "", "{", "null", "3", '{"seed":1}', '{"lines":[3]}']) {
    expect(readPlayedLab(damaged, "lab-one")).toBeNull();
  }
});
