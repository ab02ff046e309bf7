import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { describeEffect } from "#core/docker/say/describe-effect";
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
      ["Builds an image.", "Builds from this folder.", "Gives it the secret `id=key`."],
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
