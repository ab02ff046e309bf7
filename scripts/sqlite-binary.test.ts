import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteAborts, sqliteLoads } from "./sqlite-binary.mjs";

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-binary-"));
  file = path.join(dir, "better_sqlite3.node");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("sqliteAborts", () => {
  it("knows a binary by the question that Node aborts over", () => {
    writeFileSync(file, "\0_ZN4node28RemoveEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_\0");
    expect(sqliteAborts(file)).toBe(true);
    writeFileSync(file, "\0_ZN4node25AddEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_\0");
    expect(sqliteAborts(file)).toBe(false);
  });

  it("says nothing of one that is not there", () => {
    expect(sqliteAborts(file)).toBe(false);
  });
});

describe("what is installed here", () => {
  it("loads, and does not abort", () => {
    expect(sqliteLoads()).toBe(true);
    expect(sqliteAborts()).toBe(false);
  });
});
