import { describe, expect, it } from "vitest";
import { compareCommands } from "#core/docker/compare-commands";
import { parseCommand } from "#core/docker/parse-command";
import { readTableLine } from "#core/docker/tables/command-table";
import { flagTable } from "#core/docker/tables/flag-table";
import { programs } from "#core/docker/tables/other-programs";
import { rareTable } from "#core/docker/tables/rare-table";

const client = [flagTable, rareTable]
  .flatMap((table) => table.trim().split("\n"))
  .map((line) => readTableLine(line))
  .map((spec) => ({ ...spec, name: `docker ${spec.name}` }));
const beside = [...new Set([...programs.values()])].flatMap(({ verbs }) => [...verbs.values()]);

const placesOf = (pattern: string) =>
  pattern
    .replace("self|", "")
    .replace(/\.\.\.|[[\]]/g, "")
    .split(/\s+/)
    .filter((place) => place !== "");
const severalKinds = [...client, ...beside].filter(
  ({ pattern, most }) => most !== 0 && most !== 1 && new Set(placesOf(pattern)).size > 1,
);

/** Names that suit each place of a verb, and the other place as well. */
const names: Readonly<Record<string, readonly [string, string]>> = {
  "docker container cp": ["web:/ab", "cd"],
  "docker container port": ["webs", "80"],
  "docker compose port": ["web", "80"],
  "azk scale": ["web", "3"],
};

describe("what stands in places of several kinds is not the same the other way round", () => {
  it("is asked of many verbs", () => {
    expect(severalKinds.length).toBeGreaterThan(20);
  });

  it.each(severalKinds.map(({ name }) => name))("%s", (name) => {
    const [first, second] = names[name] ?? ["web1", "data2"];
    const there = parseCommand(`${name} ${first} ${second}`);
    const back = parseCommand(`${name} ${second} ${first}`);
    expect(compareCommands(there, back).verdict).not.toBe("equal");
  });

  it.each([
    ["docker compose cp web:/a b", "docker compose cp b web:/a"],
    ["docker compose commit web x", "docker compose commit x web"],
    ["docker compose alpha dry-run up web", "docker compose alpha dry-run web up"],
  ])("%s is not %s", (a, b) => {
    expect(compareCommands(parseCommand(a), parseCommand(b)).verdict).toBe("different");
  });

  it.each([
    ["docker compose up web db", "docker compose up db web"],
    ["docker compose wait web db", "docker compose wait db web"],
    ["docker-machine stop a b", "docker-machine stop b a"],
    ["docker compose scale web=1 db=2", "docker compose scale db=2 web=1"],
  ])("%s is %s", (a, b) => {
    expect(compareCommands(parseCommand(a), parseCommand(b)).verdict).toBe("equal");
  });
});
