import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topicMap } from "#core/content/topic-map";
import { mapGeometry, nameLines } from "./map-geometry";

/** Topics that build on any earlier ones. */
const maps = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 16 })
  .map((needs) => {
    const concepts = needs.map((some, i) => ({
      id: `c${i}`,
      topic: `t${i}`,
      needs: i === 0 ? [] : some.map((n) => `c${n % i}`),
    }));
    return topicMap(
      concepts.map(({ topic }) => ({ id: topic })),
      concepts,
    );
  });

describe("the drawn map", () => {
  it("has every container inside, and no two over each other", () => {
    fc.assert(
      fc.property(maps, (map) => {
        const { width, height, boxes } = mapGeometry(map);
        const all = [...boxes.values()];
        for (const box of all) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          const over = all.filter(
            ({ x, y }) => Math.abs(x - box.x) < box.width && Math.abs(y - box.y) < box.height,
          );
          expect(over).toEqual([box]);
        }
      }),
    );
  });

  it("runs no line upright through a container", () => {
    fc.assert(
      fc.property(maps, (map) => {
        const { boxes, lines } = mapGeometry(map);
        expect(lines).toHaveLength(map.edges.length);
        for (const { path } of lines) {
          const upright = / (-?[\d.]+) -?[\d.]+ V/.exec(path);
          if (!upright) continue;
          const at = Number(upright[1]);
          for (const { x, width } of boxes.values()) expect(at < x || at > x + width).toBe(true);
        }
      }),
    );
  });
});

it.each([
  ["Swarm", ["Swarm"]],
  ["Docker Machine", ["Docker", "Machine"]],
  ["What was coming", ["What was", "coming"]],
  ["Virtualization", ["Virtualization"]],
])("a name stands on as few lines as it fits: %s", (name, lines) => {
  expect(nameLines(name)).toEqual(lines);
});
