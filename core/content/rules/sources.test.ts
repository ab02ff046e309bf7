import { expect, test } from "vitest";
import { planted, toldOf } from "#core/content/compile/sample-content";

const sound = "https://www.iso.org/standard/76912.html";

test.each([
  ["https://www.iso.org", "is a front page"],
  ["https://www.iso.org/index.html", "is a front page"],
  ["https://distribution.github.io/distribution/", "is a front page"],
  ["https://hub.docker.com/_/php", "is a front page"],
  ["https://github.com/docker/cli", "is a front page"],
  ["https://github.com/docker/machine/tags", "is a list"],
  ["https://github.com/docker/machine/releases/", "is a list"],
  ["https://github.com/docker/cli/blob/master/README.md", "is of the branch master, which moves"],
])("a source at %s %s", (url, fault) => {
  const { file, line } = planted(sound, url);
  expect(toldOf(file)).toMatchObject([
    { line, message: `The source "ISO 668" ${fault}.`, hint: expect.stringContaining("at a tag") },
  ]);
});

test.each([
  "https://distribution.github.io/distribution/spec/api/",
  "https://github.com/docker/cli/blob/v28.5.2/README.md",
  "https://github.com/docker/machine/releases/tag/v0.5.2",
  "https://github.com/moby/moby/pull/40759",
])("a source at %s says it", (url) => {
  expect(toldOf(planted(sound, url).file)).toEqual([]);
});
