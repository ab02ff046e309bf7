import { isValidElement, type ReactNode } from "react";
import { expect, it } from "vitest";
import { WholeOptions } from "./whole-options";

/** What stands on one line each. */
function wholeIn(text: string): string[] {
  const pieces = [WholeOptions({ text })].flat() as ReactNode[];
  return pieces.flatMap((piece) =>
    isValidElement<{ children: string }>(piece) ? [piece.props.children] : [],
  );
}

it.each([
  ["docker run -d --rm -p 8080:80 nginx", ["-d", "--rm", "-p"]],
  ["--memory-swappiness=5", ["--memory-swa"]],
  ["docker run\n  --name web-1", ["--name"]],
  ["docker run - ubuntu-22", []],
])("holds the beginnings of options together: %j", (text, whole) => {
  expect(wholeIn(text)).toEqual(whole);
});
