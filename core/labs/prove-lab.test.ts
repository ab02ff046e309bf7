import { describe, expect, it } from "vitest";
import { proveLab } from "./prove-lab";
import { sampleLab } from "./sample-lab";
import type { Lab } from "./types";

const [firstHint, secondHint] = sampleLab.hints;
if (!firstHint || !secondHint) throw new Error("The sample has two hints");

const planted: [string, Partial<Lab>, string, RegExp][] = [
  ["a solution that leads elsewhere", { solution: ["docker ps"] }, "solution", /does not reach/],
  [
    "another road that leads elsewhere",
    { others: [{ about: "By hand.", commands: ["docker rm -f old"] }] },
    "others.0.commands",
    /no container `web`/,
  ],
  [
    "a near miss that reaches the goal",
    { misses: [{ commands: sampleLab.solution, says: "x" }] },
    "misses.0.commands",
    /reaches the goal/,
  ],
  [
    "a near miss that is told otherwise",
    { misses: [{ commands: ["docker ps"], says: "There is no ship" }] },
    "misses.0.says",
    /told so/,
  ],
  [
    "a goal that is reached at once",
    { goals: [{ is: "running", container: "old" }], misses: [] },
    "goals",
    /before anything was typed/,
  ],
  [
    "a goal that wants nothing",
    { goals: [...sampleLab.goals, { is: "gone", what: "volume", name: "x" }] },
    "goals.2",
    /wants nothing/,
  ],
  ["hints that stop on the way", { hints: [firstHint] }, "hints", /do not lead/],
  [
    "a hint that is never told",
    {
      hints: [
        ...sampleLab.hints,
        { ...secondHint, while: [{ is: "exists", what: "network", name: "x" }] },
      ],
    },
    "hints.2",
    /No road leads/,
  ],
  [
    "a lab that has failed already",
    { fails: [{ when: { is: "lost", words: "pearls" }, says: "Gone." }] },
    "fails",
    /has failed before/,
  ],
];

describe("the proof of a lab", () => {
  it("lets a sound one through", () => {
    expect(proveLab(sampleLab)).toEqual([]);
  });

  it.each(planted)("tells of %s", (...told) => {
    const [, changes, path, message] = told;
    const troubles = proveLab({ ...sampleLab, ...changes });
    const found = troubles.find((one) => one.path.join(".") === path && message.test(one.message));
    expect(found, JSON.stringify(troubles)).toBeDefined();
  });

  it("tells of a line that the engine does not model", () => {
    const prepared = ["docker plugin install some/plugin"];
    expect(proveLab({ ...sampleLab, prepared })).toMatchObject([{ path: ["prepared", 0] }]);
  });
});
