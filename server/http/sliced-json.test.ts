import { expect, it } from "vitest";
import { makePace } from "#server/base/give-way";
import { slicedJson } from "./sliced-json";

it.each([
  [{}],
  [{ a: undefined, b: [], c: null }],
  [{ a: undefined, first: [1, "x", null, { y: [] }], last: true }],
  [
    {
      long: Array.from({ length: 5001 }, (_, n) => ({ n, text: `ä"${"x".repeat(50)}` })),
      after: 1,
    },
  ],
])("writes what JSON.stringify writes, whole or in slices", async (value) => {
  const response = await slicedJson(value, makePace());
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe(JSON.stringify(value));
});
