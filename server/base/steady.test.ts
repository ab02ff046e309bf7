import { expect, it } from "vitest";
import { steady } from "./steady";

it("asks once a second, however often it is asked", async () => {
  let [asked, now] = [0, 0];
  const ask = steady(
    async () => ++asked,
    () => now,
  );
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  now = 999;
  expect(await ask()).toBe(1);
  now = 1_000;
  expect(await ask()).toBe(2);
});
