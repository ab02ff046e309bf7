import { expect, it } from "vitest";
import { defaultSettings } from "#core/scheduling/settings";
import { includeAppend, type Known } from "./include-append";

const known: Known = { states: new Map(), settings: defaultSettings, recent: [] };
const choice = (key: string, value: unknown) => ({
  type: "setting" as const,
  id: `${key}-${value}`,
  at: 1,
  key,
  value,
});

it("takes a choice at once, and none that cannot be read", () => {
  const chosen = [choice("newPerDay", 3), choice("newPerDay", "4"), choice("ofANewerVersion", "a")];
  const { settings } = includeAppend(known, { drafts: chosen, changes: [] });
  expect(settings).toEqual({ ...defaultSettings, newPerDay: 3 });
});
