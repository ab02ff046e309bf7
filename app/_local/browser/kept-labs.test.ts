import { beforeEach, expect, it, vi } from "vitest";
import type { PlayedLab } from "#core/labs/types";
import { dropLabs, handOnLabs, keepLab, keptLab } from "./kept-labs";
import { sampleStorage } from "./sample-storage";

const played = (lab: string, hints = 0): PlayedLab => ({
  ...{ lab, seed: 1, engine: 1, began: 1_000, hints, reached: false },
  lines: [{ text: "docker ps", at: 2_000 }],
});

beforeEach(() => {
  vi.stubGlobal("localStorage", sampleStorage({}));
});

it("keeps each owner's labs apart, and forgets those of one", () => {
  keepLab("guest", played("a"));
  keepLab("ann", played("a", 2));
  dropLabs("ann");
  expect(keptLab("ann", "a")).toBeNull();
  expect(keptLab("guest", "a")).toEqual(played("a"));
});

it("gives a guest's labs to the account, whose own stay", () => {
  keepLab("guest", played("a"));
  keepLab("guest", played("b"));
  keepLab("ann", played("b", 2));
  handOnLabs("guest", "ann");
  expect(keptLab("ann", "a")).toEqual(played("a"));
  expect(keptLab("ann", "b")).toEqual(played("b", 2));
  expect(keptLab("guest", "a")).toBeNull();
});
