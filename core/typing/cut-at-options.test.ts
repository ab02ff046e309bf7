import { expect, it } from "vitest";
import { cutAtOptions } from "./cut-at-options";

it.each([
  ["docker run -d --rm -p 8080:80 nginx", ["-d", "--rm", "-p"]],
  ["--memory-swappiness=5", ["--memory-swa"]],
  ["docker run\n  --name web-1", ["--name"]],
  ["docker run - ubuntu-22", []],
])("holds the beginnings of options together: %j", (text, whole) => {
  const pieces = cutAtOptions(text);
  expect(pieces.filter((_, place) => place % 2 === 1)).toEqual(whole);
  expect(pieces.join("")).toBe(text);
});
