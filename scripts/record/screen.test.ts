import { expect, test } from "vitest";
import { screenOf } from "./screen";

const esc = String.fromCharCode(27);

test.each([
  ["lines as they come", "one\r\ntwo  \r\n", "one\ntwo"],
  ["a line that was drawn over", "10%\r100%\r\n", "100%"],
  ["colours", `${esc}[32mgreen${esc}[0m plain`, "green plain"],
  ["a tab as blanks up to the next stop", "real\t0m1s", "real    0m1s"],
  [
    "a line above that was cleared and written again",
    `a: wait\r\nb\r\n${esc}[2A${esc}[2Ka: done\r\n${esc}[1B`,
    "a: done\nb",
  ],
  ["nothing of the line that was typed above", `${esc}[1A${esc}[1B${esc}[0Gup`, "up"],
  ["what stands before a place that was cleared", `abcdef${esc}[3D${esc}[K`, "abc"],
  ["what was written after all was cleared", `old${esc}[2J${esc}[Hnew`, "new"],
  ["letters of any script", "caf\u00e9 \u2714", "caf\u00e9 \u2714"],
])("the screen shows %s", (_, written, shown) => {
  expect(screenOf(written)).toBe(shown);
});
