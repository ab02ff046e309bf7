import { expect, it } from "vitest";
import { heapBounds } from "./heap-bounds.mjs";

it.each([
  [0.25, 192],
  [1, 256],
  [64, 384],
])("a machine of %d GiB gives the heap %d MB", (gibibytes, megabytes) => {
  expect(heapBounds(gibibytes * 2 ** 30)[0]).toBe(`--max-old-space-size=${megabytes}`);
});
