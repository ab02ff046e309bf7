import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Where a name of the browser's storage is declared, and the scripts that run before modules come. */
const declared = /(?:const|=) \w*(?:key|Key|mark|Mark|note|prefix)\w* = "(mooring\.[\w.-]+)"/g;

it("no two parts of the app keep different things under one name in the browser", () => {
  const files = ["app", "core"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const names = sources.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return [...source.matchAll(declared)].map(([, name]) => name);
  });
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
