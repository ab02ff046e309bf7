import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCard, placesIn } from "./draw-card";
import { sampleCard } from "./sample-card";
import type { CommandCard } from "./types";

const card: CommandCard = {
  ...sampleCard,
  front: "Name it {{name}}, on {{port}}.",
  explain: "{{name}}",
  kind: "command",
  draw: { name: ["web", "shop", "blog"], port: ["80", "81"] },
  answer: "docker run -p {{port}}:80 --name {{name}} nginx",
  also: ["docker create --name {{name}} nginx"],
  must: ["port {{port}}"],
  may: ["rm"],
  mustNot: [],
  right: ["docker ps --format {{.Names}}"],
  wrong: [{ text: "docker rm {{name}}", verdict: "wrong", why: "{{name}} is gone." }],
};

describe("drawCard", () => {
  it("fills every place alike, by the seed alone", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawCard(card, seed);
        const { name, port } = drawn.drawn;
        expect(card.draw.name).toContain(name);
        expect(card.draw.port).toContain(port);
        expect(drawn.front).toBe(`Name it ${name}, on ${port}.`);
        expect(drawn.answer).toBe(`docker run -p ${port}:80 --name ${name} nginx`);
        expect(drawn.must).toEqual([`port ${port}`]);
        expect(drawn.wrong[0]?.why).toBe(`${name} is gone.`);
        expect(drawCard(card, seed)).toEqual(drawn);
      }),
    );
  });

  it("draws every value, and the places apart from each other", () => {
    const seen = new Set(
      Array.from({ length: 200 }, (_, seed) => JSON.stringify(drawCard(card, seed).drawn)),
    );
    expect(seen.size).toBe(6);
  });

  it("leaves a template of docker's own as it is", () => {
    expect(drawCard(card, 1).right).toEqual(["docker ps --format {{.Names}}"]);
  });
});

it("names a text's places once each", () => {
  expect(placesIn("{{a}} {{b1}} {{a}} {{.Names}} {{ c }} {{}}")).toEqual(["a", "b1"]);
});
