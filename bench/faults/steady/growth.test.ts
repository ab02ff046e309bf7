import { expect, it } from "vitest";
import { growthPerMinute } from "./growth";

const every5s = (value: (n: number) => number) =>
  Array.from({ length: 60 }, (_, n) => ({ at: n * 5_000, value: value(n) }));

it("tells how steep a climb is", () => {
  expect(growthPerMinute(every5s((n) => 100 + n / 6))).toBeCloseTo(2);
});

it("does not take a saw or a peak for a climb", () => {
  expect(growthPerMinute(every5s((n) => 100 + (n % 6)))).toBeLessThan(0.3);
  expect(growthPerMinute(every5s((n) => (n === 59 ? 300 : 100)))).toBe(0);
});
