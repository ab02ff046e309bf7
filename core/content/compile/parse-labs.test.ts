import { describe, expect, it } from "vitest";
import { proveLab } from "#core/labs/prove-lab";
import { parseLabs } from "./parse-labs";

const deck = {
  topics: [{ id: "commands" }],
  concepts: [{ id: "docker-run" }],
} as unknown as Parameters<typeof parseLabs>[1];

const sound = `topic: commands
labs:
  - id: lab-one
    title: One
    level: 1
    minutes: 3
    ideas: [docker-run]
    story: Run nginx.
    goals:
      - {is: running, container: web}
    hints:
      - {first: Run it., second: With a name., command: docker run -d --name web nginx}
    solution: [docker run -d --name web nginx]
    misses:
      - {commands: [docker run -d nginx], says: no container}
    meant: It runs.
`;

const parse = (text: string) =>
  parseLabs([{ path: "content/labs/10-commands.yaml", text }], deck, proveLab);
const problems = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line} ${message}`);
};

describe("a file of labs", () => {
  it("is read", () => {
    const parsed = parse(sound);
    expect(parsed).toMatchObject({ ok: true, labs: [{ id: "lab-one", topic: "commands" }] });
  });

  it.each([
    ["a topic that is not there", ["topic: commands", "topic: sails"], /^1 There is no topic/],
    ["an idea that is not there", ["[docker-run]", "[docker-row]"], /^7 lab-one: There is no idea/],
    ["a field too many", ["    level: 1", "    level: 1\n    colour: red"], /^6 lab-one: "colour"/],
    ["a condition of no kind", ["is: running", "is: sailing"], /^10 lab-one/],
    [
      "a mount of nothing",
      ["is: running, container: web", "is: mounted, container: web, at: /x"],
      /^10 lab-one: What is mounted/,
    ],
    [
      "a solution that fails",
      ["solution: [docker run -d --name web", "solution: [docker run -d --name wet"],
      /^13 lab-one: This does not reach/,
    ],
    [
      "a near miss told otherwise",
      ["says: no container", "says: no ship"],
      /^15 lab-one: What is missing/,
    ],
  ] as const)("tells of %s, with its line", (_, [from, to], told) => {
    expect(sound).toContain(from);
    expect(problems(sound.replace(from, to)).join("\n")).toMatch(told);
  });

  it("tells of two labs that are one", () => {
    const [, lab = ""] = sound.split("labs:\n");
    expect(problems(sound + lab)).toEqual(["17 lab-one: Another lab has this id."]);
    expect(problems(sound + lab.replace("lab-one", "lab-two").replace("One", "Two"))).toEqual([
      "27 lab-two: It begins and ends as lab-one does.",
    ]);
  });
});
