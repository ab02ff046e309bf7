import { expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";

it.each([
  ["docker run --oom-score-adj 1001 nginx", /range for oom score adj is/],
  ["docker create --oom-score-adj=-1001 nginx", /range for oom score adj is/],
  ["docker run -m 1g --memory-swap 512m nginx", /Minimum memoryswap limit/],
  ["docker run -v data:/x -v logs:/x nginx", /Duplicate mount point: \/x/],
  ["docker run -v data:/x --mount type=bind,src=/a,dst=/x nginx", /Duplicate mount point/],
])("the engine refuses %s", (text, message) => {
  const read = canonicalCommand(parseCommand(text));
  expect(read.kind === "refused" && `${read.by}: ${read.message}`).toMatch(message);
});

it.each([
  "docker run --oom-score-adj 1000 nginx",
  "docker run -m 1g --memory-swap 1g nginx",
  "docker run -m 1g --memory-swap -1 nginx",
  "docker run -v data:/x -v data:/x nginx",
  "docker run -v data:/x -v logs:/y nginx",
])("and takes %s", (text) => {
  expect(canonicalCommand(parseCommand(text)).kind).toBe("canonical");
});
