import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { explainRows } from "#core/docker/explain-part";
import { parseCommand } from "#core/docker/parse-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { allFlagNotes } from "./all-flag-notes";
import { plugins } from "./plugins";
import { readScript } from "./read-script";

describe("plug-ins", () => {
  it.each([
    ["docker buildx ls", ["Lists the builders."]],
    [
      "docker buildx build --push -t web .",
      [
        "Builds an image.",
        "Builds from this folder.",
        "Pushes it to its registry (`--push`).",
        "Tags the image `web`.",
      ],
    ],
    [
      "docker build --secret id=key .",
      ["Builds an image.", "Builds from this folder.", "Gives the build the secret `id=key`."],
    ],
    [
      "docker buildx --builder x build --target test .",
      [
        "Builds an image.",
        "Builds with the builder `x`.",
        "Builds from this folder.",
        "Stops at the stage `test`.",
      ],
    ],
    ["docker buildx b web", ["Builds an image.", "Builds from the folder `web`."]],
    [
      "docker build -D -m 1g .",
      [
        "Builds an image.",
        "Builds from this folder.",
        "Uses `--debug`.",
        "Uses `--memory`, which BuildKit ignores.",
      ],
    ],
    [
      "docker compose down -v",
      [
        "Stops and removes the project's containers and networks.",
        "Removes the volumes, too (`-v`).",
      ],
    ],
    [
      "docker compose logs web",
      ["Prints what the services have written.", "Acts on the service `web`."],
    ],
  ])("%s", (text, wanted) => {
    const [piece] = readScript(text).pieces;
    if (piece?.kind !== "command") expect.fail(text);
    const read = canonicalCommand(piece.parsed);
    if (read.kind !== "canonical") expect.fail(read.kind);
    expect(describeEffect(read)).toEqual(wanted);
  });
});

it.each([
  ["docker buildx bake --check a", "Looks at what would be built and builds nothing."],
  ["docker buildx bake --list targets", "Looks at what would be built and builds nothing."],
  ["docker buildx bake a", "Builds the targets of a bake file."],
  ["docker buildx debug build -m 1g .", "Uses `--memory`, which BuildKit ignores."],
  ["docker buildx debug build --target a1 .", "Stops at the stage `a1`."],
  ["docker buildx history import --file a1", "Reads the record `a1`."],
  ["docker buildx create --config a1", "Reads the builder's settings from `a1`."],
])("%s: %s", (text, sentence) => {
  const canonical = canonicalCommand(parseCommand(text, { plugins }));
  expect(canonical.kind === "canonical" && describeEffect(canonical).join(" ")).toContain(sentence);
});

it.each([
  ["docker buildx debug build --rm .", "--rm", "ignored by BuildKit"],
  ["docker buildx create --config a1", "--config a1", "the builder's file of settings"],
])("%s: %s is %s", (text, part, says) => {
  const rows = explainRows(text, parseCommand(text, { plugins }), allFlagNotes);
  expect(rows.find((row) => row.text === part)?.says).toBe(says);
});
