import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sourceStamp } from "./source-stamp.mjs";

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "mooring-stamp-"));
  write("app/page.tsx", "page");
  write("core/content/types.ts", "types");
  write("package.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("sourceStamp", () => {
  it("is the same for the same sources", () => {
    expect(sourceStamp(root)).toBe(sourceStamp(root));
  });

  it.each([
    ["a changed file", "core/content/types.ts"],
    ["a new file in a folder", "app/deck/[topic]/page.tsx"],
    ["content", "content/topics/01-a.yaml"],
    ["a lesson", "content/lessons/01-a.yaml"],
    ["a new file beside package.json", "instrumentation-client.ts"],
    ["a setting that Next reads by itself", ".env.local"],
  ])("changes with %s", (_, file) => {
    const before = sourceStamp(root);
    write(file, "another text");
    expect(sourceStamp(root)).not.toBe(before);
  });

  it("changes when a text moves from one file to another", () => {
    const before = sourceStamp(root);
    write("app/page.tsx", "types");
    write("core/content/types.ts", "page");
    expect(sourceStamp(root)).not.toBe(before);
  });

  it.each(["core/content/types.test.ts", "e2e/study.spec.ts", "README.md", "content/README.md"])(
    "does not change with %s, which no build reads",
    (file) => {
      const before = sourceStamp(root);
      write(file, "another text");
      expect(sourceStamp(root)).toBe(before);
    },
  );
});
