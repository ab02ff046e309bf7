import { expect, it } from "vitest";
import { isLeechAt } from "./leech";

it("calls a card a leech after 8 lapses, then after every 4", () => {
  const said = Array.from({ length: 22 }, (_, lapses) => lapses).filter(isLeechAt);
  expect(said).toEqual([8, 12, 16, 20]);
});
