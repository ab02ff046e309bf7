import { expect, it } from "vitest";
import { type Part, partsToRun } from "./part";

const run = async () => [];
const parts: Record<string, Part> = {
  store: { run },
  states: { alone: run },
  storm: { run, ready: () => undefined },
};
const names = (...asked: string[]) => partsToRun(parts, new Set(asked)).map(([name]) => name);

it("runs what is named, and by itself nothing that installs programs", () => {
  expect(names()).toEqual(["store", "states"]);
  expect(names("storm", "store")).toEqual(["store", "storm"]);
});
