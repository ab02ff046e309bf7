import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Source files that one folder may hold; with more it wants sub-rooms. */
const most = 24;
const houses = ["app", "core", "server", "db", "bench"];

describe("a folder", () => {
  it("holds few enough source files to be taken in at a glance", () => {
    expect(crowded(houses.flatMap((house) => sourcesBelow(house)))).toEqual([]);
  });

  it("is told with its number when one file too many moves in", () => {
    const files = Array.from({ length: most }, (_, index) => `core/log/rule-${index}.ts`);
    const apart = ["core/log/rule-1.test.ts", "core/log/cases.jsonl", "core/log/deep/rule.ts"];
    expect(crowded([...files, ...apart])).toEqual([]);
    expect(crowded([...files, "core/log/one-more.tsx"])).toEqual(["core/log: 25"]);
  });
});

/** The folders with more source files than `most`; tests, styles and data are not counted. */
function crowded(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    if (!/\.(ts|tsx|mjs)$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
    const folder = file.slice(0, file.lastIndexOf("/"));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > most).map((entry) => entry.join(": "));
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesBelow(path) : [path];
  });
}
