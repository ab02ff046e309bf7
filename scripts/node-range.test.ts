import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeInRange } from "./node-range.mjs";
import { packageJson } from "./project.mjs";

describe("nodeInRange", () => {
  it("has the lower bound inside and the upper outside", () => {
    const part = fc.nat({ max: 200 });
    fc.assert(
      fc.property(part, part, part, (major, minor, patch) => {
        const version = `${major}.${minor}.${patch}`;
        expect(nodeInRange(version, `>=${version}`)).toBe(true);
        expect(nodeInRange(version, `<${version}`)).toBe(false);
        expect(nodeInRange(`${major}.${minor}.${patch + 1}`, `>=${version}`)).toBe(true);
        expect(nodeInRange(version, `<${major}.${minor}.${patch + 1}`)).toBe(true);
      }),
    );
  });

  it.each([
    ["20.19.9", false],
    ["20.20.0", true],
    ["v20.99.1", true],
    ["21.0.0", false],
    ["22.13.1", false],
    ["22.14.0", true],
    ["23.5.0", false],
    ["24.0.0", true],
    ["26.1.0", true],
    ["9.11.2", false],
  ])("of our engines, %s: %s", (version, fits) => {
    expect(nodeInRange(version, packageJson().engines.node)).toBe(fits);
  });

  it("refuses a notation that it does not know", () => {
    expect(() => nodeInRange("20.0.0", "^20")).toThrow(/engines: "\^20"/);
  });
});
