import { expect, it } from "vitest";
import { inParts, makeBudget } from "./budget";
import { outageOf } from "./outage";

it("gives as much as was allowed, to those who came first, and ends those who wait", async () => {
  const budget = makeBudget();
  const given: [number, boolean][] = [];
  const takers = [1, 2, 3].map(async (n) => given.push([n, await budget.take()]));
  budget.add(2);
  await Promise.all(takers.slice(0, 2));
  expect(given).toEqual([
    [1, true],
    [2, true],
  ]);
  budget.close();
  await Promise.all(takers);
  expect(given.at(-1)).toEqual([3, false]);
  expect(await budget.take()).toBe(false);
});

it("gives what is left of it after it was closed", async () => {
  const budget = makeBudget();
  budget.add(1);
  budget.close();
  expect(await budget.take()).toBe(true);
  expect(await budget.take()).toBe(false);
});

it("parts a number so that nothing of it is missing", () => {
  expect(inParts(2_000, 5)).toEqual([400, 400, 400, 400, 400]);
  for (const whole of [1, 7, 203]) {
    const parts = inParts(whole, 5);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
  }
});

it("takes for the outage the longest time without an answer from the strike on", () => {
  const answers = [0, 900, 4_000, 4_001, 22_500, 22_900];
  expect(outageOf({ at: 1_000, answers })).toBe(18.499);
  // An answer that was on its way when it struck does not end it.
  expect(outageOf({ at: 4_000, answers })).toBe(18.499);
  expect(outageOf({ at: 22_600, answers })).toBe(0.3);
  expect(() => outageOf({ at: 22_900, answers })).toThrow("No answer");
});
