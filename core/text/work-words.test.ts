import { expect, it } from "vitest";
import { workWords } from "./work-words";

it.each([
  [3, 10, "3 cards to review and 10 new"],
  [1, 0, "1 card to review"],
  [0, 1, "1 new card"],
])("%i to review and %i new: %s", (known, fresh, words) => {
  expect(workWords(known, fresh)).toBe(words);
});
