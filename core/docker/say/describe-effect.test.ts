import { expect, it } from "vitest";
import { scanInline } from "#core/content/inline";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { describeEffect } from "./describe-effect";

function told(text: string): string {
  const canonical = canonicalCommand(parseCommand(text));
  if (canonical.kind !== "canonical") throw new Error(`${text} is ${canonical.kind}`);
  return describeEffect(canonical).join(" ");
}

it.each([
  ["docker swarm init --advertise-addr 10.0.0.1", "Is reachable for other nodes"],
  ["docker build --build-arg A .", "Passes on the variable `A` with its value in this shell."],
  ["docker top web -ef", "Prints what `ps -ef` prints."],
  ["docker rm -l web/db", "Removes the link of that name alone (`-l`)."],
  ["docker start -a web", "Attaches this terminal to it (`-a`)."],
  ["docker system prune --volumes", "Removes volumes, too (`--volumes`)."],
  ["docker logs --since 10m web", "Leaves out what is older than 10 minutes."],
  ["docker logs --since 1h web", "Leaves out what is older than 60 minutes."],
  ["docker logs --since 90s web", "Leaves out what is older than 90 seconds."],
  [
    "docker inspect shop-db",
    "Prints all details of what has the name `shop-db`, such as a container, an image, a volume or a network.",
  ],
  ["docker inspect --type volume shop-db", "Prints all details of a volume."],
  ["docker", "Lists all commands of docker."],
  ["docker update --restart always web", "Restarts it by the policy `always`."],
  ["docker run -d --restart on-failure:3 nginx", "Restarts it by the policy `on-failure:3`."],
  ["docker run -v data:/x~ nginx", "Mounts the volume `data` at `/x~`."],
])("%s: %s", (text, sentence) => {
  expect(told(text)).toContain(sentence);
  expect(scanInline(told(text)).open).toBeNull();
});
