import { expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { sayRefused } from "./refused-words";

function hintOn(text: string): string | null {
  const read = canonicalCommand(parseCommand(text));
  if (read.kind !== "refused") throw new Error(`${text} is ${read.kind}`);
  return sayRefused(read).hint;
}

it.each([
  ["docker build -t x", /a dot at the end/],
  ["docker build", /a dot at the end/],
  ["docker image build --no-cache", /a dot at the end/],
  ["docker build . x", /more names/],
  ["docker pull a b", /more names/],
  ["docker rm", /is missing/],
  ["docker commit", /is missing/],
  ["docker port", /is missing/],
  ["docker commit a b c", /more names than it takes/],
  ["docker tag a", /more names than that/],
  ["docker pull nginx@sha256:abc", /64 signs/],
  ["docker run nginx:1@sha256:12 ls", /64 signs/],
  ["docker pull Nginx", /small letters/],
])("%s", (text, hint) => {
  expect(hintOn(text)).toMatch(hint);
});
