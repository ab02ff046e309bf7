import "#core/docker/whole";
import { expect, it } from "vitest";
import { type CommandTask, judgeCommand } from "./judge-command";

const build: CommandTask = {
  id: "card",
  answer: "docker build -t shop .",
  also: [],
  must: null,
  may: [],
  mustNot: [],
};

it.each([
  ["allowed", "docker build --progress=plain -t shop ."],
  ["allowed", "docker build -D -t shop ."],
  ["allowed", "docker buildx build --progress plain -t shop ."],
  ["same-effect", "docker build --load -t shop ."],
  ["same-effect", "docker buildx build --load -t shop ."],
  ["same-effect", "docker build -o type=docker -t shop ."],
  ["same-effect", "docker build --builder default -t shop ."],
  ["same", "docker buildx b -t shop ."],
  ["same", "docker build -t shop . | cat"],
  ["same", "docker build --load=false -t shop ."],
  ["wrong", "docker build --push -t shop ."],
  ["wrong", "docker build -o out -t shop ."],
  ["wrong", "docker build --check -t shop ."],
  ["wrong", "docker build --no-cache-filter test -t shop ."],
  ["wrong", "docker build --secret id=key -t shop ."],
  ["wrong", "docker build --load -t other ."],
  ["wrong", "docker build --squash -t shop ."],
  ["refused", "docker build --lode -t shop ."],
  ["refused", "docker build --progress"],
])("%s: %s", (layer, typed) => {
  expect(judgeCommand(build, typed).layer).toBe(layer);
});
