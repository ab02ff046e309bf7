import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { accessTable } from "./access-table";

/** Files of a folder below the project's, with their places. */
function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

it("has every page and every route that the app has, and no other", () => {
  const found = below("app").flatMap((file) => {
    const [, folder] = /^app(.*)\/(?:page|route)\.tsx?$/.exec(file) ?? [];
    return folder === undefined ? [] : [folder || "/"];
  });
  // Health is answered before Next.
  expect(Object.keys(accessTable).sort()).toEqual([...new Set([...found, "/api/health"])].sort());
});

it("need not have actions, of which the app has none", () => {
  const sources = [...below("app"), ...below("server")].filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  const actions = sources.filter((file) =>
    /^\s*["']use server["']/m.test(readFileSync(file, "utf8")),
  );
  expect(actions).toEqual([]);
});
