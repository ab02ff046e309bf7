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
  ["docker run -itp", "flag needs an argument: 'p' in -p"],
  ["docker help run foo", "unknown help topic: foo"],
  ["docker run --mount 'src=\"a\",dst=/b' nginx", 'line 1, column 5: bare " in non-quoted-field'],
  [
    "docker service create --generic-resource gpu=a nginx",
    "invalid generic-resource request `gpu=a`, Named Generic Resources is not supported",
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
  ["docker rm", /^Its `CONTAINER` is missing\.$/],
  ["docker swarm join", /^Its `HOST:PORT` is missing\.$/],
  ["docker run -d -m 512 nginx", /without a letter is bytes/],
  ["docker run --cpus 1,5 nginx", /number of processors/],
  ["docker cp a web", /a colon before it/],
  ["docker build Dockerfile.dev", /by `-f`/],
  ["docker service scale web 3", /`web=3`/],
  ["docker secret create s", /`-` stands for standard input/],
  ["docker ps -H tcp://h:2375", /^`-H` is an option of `docker` itself: it stands before/],
  [
    "docker -d run nginx",
    /^Before the verb stand the options of `docker` itself, and `-d` is none/,
  ],
  ["docker compose up -f a.yml", /^`-f` is an option of Compose itself/],
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
  ["docker run -v data:ro nginx", /the place in the container/],
  ["docker run -v data:/ nginx", /the container's root/],
  ["docker run -v data:x nginx", /^What is mounted comes first/],
  ["docker run --mount type=bind,src=a,dst=/x nginx", /a folder of this machine with a slash/],
  ["docker run --mount dst=/x,ro nginx", /without a name is new and empty/],
  ["docker run -p 80:80/http nginx", /^The protocol is/],
])("%s", (text, hint) => {
  expect(hintOn(text)).toMatch(hint);
});

it.each([
  "docker swarm init --listen-addr udp://0.0.0.0:1",
  "docker service create --secret source=a,mode=x nginx",
])("says nothing of ports and mounts where %s is refused for something else", (text) => {
  expect(hintOn(text)).toBeNull();
});
