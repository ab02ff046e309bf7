import { expect, it } from "vitest";
import { agoWords } from "./ago-words";

const minute = 60_000;

it.each([
  [-5, "within the last hour"],
  [0, "within the last hour"],
  [59, "within the last hour"],
  [60, "an hour ago"],
  [120, "2 hours ago"],
  [24 * 60 - 1, "23 hours ago"],
  [24 * 60, "a day ago"],
  [48 * 60, "2 days ago"],
  [180 * 24 * 60, "180 days ago"],
])("says of %i minutes: %s", (minutes, words) => {
  expect(agoWords(minutes * minute)).toBe(words);
});
