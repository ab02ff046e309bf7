import { expect, it } from "vitest";
import { fieldWords } from "./words";

it.each([
  [null, "its value in this shell"],
  [{ test: null }, "test none"],
  ["now-600s", "10 minutes ago"],
  [{ type: "volume", source: "" }, "type `volume`"],
])("writes %j in a table as: %s", (value, words) => {
  expect(fieldWords(value)).toBe(words);
});
