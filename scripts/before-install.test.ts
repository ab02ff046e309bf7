import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inProject } from "./project.mjs";

const statement = /^import\s+(?:[^"']*?from\s+)?["']([^"']+)["']/gm;

/** What a script and all that it loads at once import from neither Node nor the project. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...readFileSync(file, "utf8").matchAll(statement)].flatMap(([, name = ""]) => {
    if (name.startsWith("node:")) return [];
    if (name.startsWith(".")) return packagesOf(path.resolve(path.dirname(file), name), seen);
    return [`${path.basename(file)} imports ${name}`];
  });
}

describe("on a fresh clone, where nothing is installed", () => {
  it.each(["start", "test", "dev", "build", "bench"])("npm run %s loads no package", (script) => {
    expect(packagesOf(inProject("scripts", `${script}.mjs`))).toEqual([]);
  });

  it("a package would be found", () => {
    expect(packagesOf(inProject("scripts", "build-worker.mjs"))).toContain(
      "build-worker.mjs imports esbuild",
    );
  });
});
