import { describe, expect, test } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { differencesOf } from "#core/docker/compare-commands";
import { parseCommand } from "#core/docker/parse-command";
import { effectsOf } from "#core/docker/same-effect";

const canonical = (text: string) => {
  const found = canonicalCommand(parseCommand(text));
  if (found.kind !== "canonical") throw new Error(`${text} is ${found.kind}`);
  return found;
};

const isSame = (one: string, other: string) =>
  differencesOf(...effectsOf(canonical(one), canonical(other))).length === 0;

const join = "docker run swarm join --advertise=10.0.0.1:2375 token://T";
const manage = "docker run swarm manage token://T";

describe("the program in the image swarm", () => {
  test.each([
    ["docker run swarm create", "docker run swarm:latest --debug c"],
    ["docker run swarm list token://T", "docker run swarm l --timeout 5s token://T"],
    ["docker run swarm list token://T", "docker run -e SWARM_DISCOVERY=token://T swarm list"],
    [join, "docker run swarm j token://T -addr 10.0.0.1:2375"],
    [join, "docker run swarm join --heartbeat 30s --addr 10.0.0.1:2375 token://T"],
    [join, "docker run -e SWARM_ADVERTISE=10.0.0.1:2375 swarm join token://T"],
    [manage, "docker run swarm m -H tcp://0.0.0.0:2375 --strategy spread token://T"],
    [manage, "docker run -e SWARM_HOST=:2375 swarm manage token://T"],
  ])("%s: %s", (one, other) => expect(isSame(one, other)).toBe(true));

  test.each([
    [join, "docker run swarm join --advertise=10.0.0.2:2375 token://T"],
    [join, "docker run swarm join token://T"],
    [join, "docker run swarm join --addr 10.0.0.1:2375 token://T --heartbeat 30s"],
    [join, "docker run swarm join --heartbeat 2m --advertise=10.0.0.1:2375 token://T"],
    [manage, "docker run swarm manage -H 127.0.0.1:2375 token://T"],
    [manage, "docker run swarm manage --strategy binpack token://T"],
    [manage, "docker run swarm manage --odd token://T"],
    [manage, "docker run acme/swarm manage --strategy spread token://T"],
    ["docker run swarm list token://T", "docker run swarm list"],
  ])("not %s: %s", (one, other) => expect(isSame(one, other)).toBe(false));
});
