import { expect, it } from "vitest";
import { fieldWords, thirdPerson } from "./words";

it.each([
  ["never pull the image", "never pulls the image"],
  ["carry the label `never push`", "carries the label `never push`"],
])("tells %j of another: %s", (phrase, told) => {
  expect(thirdPerson(phrase)).toBe(told);
});

it.each([
  [null, "its value in this shell"],
  [{ test: null }, "test none"],
  [{ createSource: true }, "create source yes"],
  ["now-600s", "10 minutes ago"],
  [{ type: "volume", source: "" }, "type `volume`"],
])("writes %j in a table as: %s", (value, words) => {
  expect(fieldWords(value)).toBe(words);
});
