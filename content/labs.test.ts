import { describe, expect, test } from "vitest";
import { parseLabs } from "#core/content/compile/parse-labs";
import { proveLab } from "#core/labs/prove-lab";
import { contentFiles, soundContent } from "./parsed-deck";

/** The gate of the labs: each is played as its file says. */

const parsed = parseLabs(contentFiles, soundContent().deck);
const labs = parsed.ok ? parsed.labs : [];

describe("the labs", () => {
  test("have no problem in what they say", () => {
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  });

  test.each(labs)("$id is played by its roads, near misses and hints", (lab) => {
    expect(proveLab(lab)).toEqual([]);
  });

  test("are enough, and half of them begin with something broken", () => {
    expect(labs.length).toBeGreaterThanOrEqual(24);
    expect(labs.filter(({ broken }) => broken).length).toBeGreaterThanOrEqual(12);
    expect(new Set(labs.flatMap(({ demo }) => demo ?? [])).size).toBeGreaterThanOrEqual(2);
  });
});
