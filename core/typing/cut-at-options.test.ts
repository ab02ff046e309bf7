import { expect, it } from "vitest";
import { cutAtOptions } from "./cut-at-options";

it.each([
  ["docker run -d --rm -p 8080:80 nginx", ["-d", "--rm", "-p"]],
  ["--memory-swappiness=5", ["--memory-swa"]],
  ["docker run\n  --name web-1", ["--name"]],
  ["docker run - ubuntu-22", []],
])("holds the beginnings of options together: %j", (text, whole) => {
  const cuts = cutAtOptions(text);
  expect(cuts.flatMap((cut) => (cut.isOption ? [cut.text] : []))).toEqual(whole);
  expect(cuts.map((cut) => cut.text).join("")).toBe(text);
  for (const { start, text: piece } of cuts) expect(text.startsWith(piece, start)).toBe(true);
});
