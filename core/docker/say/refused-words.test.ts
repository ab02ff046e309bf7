import { expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { sayRefused } from "./refused-words";

function saysOf(text: string): string {
  const read = canonicalCommand(parseCommand(text));
  return read.kind === "refused" ? sayRefused(read).message : read.kind;
}

it.each([
  ["docker build -t Web .", 'failed to build: invalid tag "Web": invalid reference format'],
  ["docker build", "docker: 'docker buildx build' requires 1 argument"],
  [
    "docker inspect -f '{{.State.Exitcode}}' web",
    'template parsing error: template: :1:8: executing "" at <.State.Exitcode>: map has no entry for key "Exitcode"',
  ],
  [
    "docker inspect -f '{{json .State.Foo}}' web",
    'template parsing error: template: :1:13: executing "" at <.State.Foo>: map has no entry for key "Foo"',
  ],
  [
    "docker ps --format '{{.Nosuch}}'",
    'failed to execute template: template: :1:2: executing "" at <.Nosuch>: can\'t evaluate field Nosuch in type *formatter.ContainerContext',
  ],
  ["docker images --format '{{.Foo}}'", 'template parsing error: template: :1:2: executing ""'],
  ["docker images --format '{{.ID'", "template parsing error: template: :1: unclosed action"],
])("%s is refused in the client's words", (text, words) => {
  expect(saysOf(text)).toContain(words);
});

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
  ["docker tag a", /more names than that\.$/],
  ["docker tag", /is missing\.$/],
  ["docker run -e nginx", /an option took it/],
  ["docker exec -it web", /^The command to run/],
  ["docker pull nginx@sha256:abc", /64 signs/],
  ["docker run nginx:1@sha256:12 ls", /64 signs/],
  ["docker pull Nginx", /small letters/],
])("%s", (text, hint) => {
  expect(hintOn(text)).toMatch(hint);
});
