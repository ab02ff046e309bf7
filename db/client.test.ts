import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeTogether } from "./batch";
import { closeDatabase, openDatabase } from "./client";
import { databaseTrouble } from "./trouble";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-db-"));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe("openDatabase", () => {
  it("sets what durability and integrity rest on", () => {
    const database = openDatabase(path.join(dir, "new/folder/a.db"));
    const read = (name: string) => database.$client.pragma(name, { simple: true });
    expect(read("journal_mode")).toBe("wal");
    expect(read("synchronous")).toBe(2);
    expect(read("busy_timeout")).toBe(10);
    expect(read("foreign_keys")).toBe(1);
    closeDatabase(database);
  });

  it("makes what only its owner may read", () => {
    const folder = path.join(dir, "data");
    const database = openDatabase(path.join(folder, "a.db"));
    database.$client.exec("create table t (x)");
    const modeOf = (name: string) => statSync(name).mode & 0o777;
    expect(modeOf(folder)).toBe(0o700);
    const files = readdirSync(folder);
    expect(files).toContain("a.db-wal");
    for (const name of files) expect(modeOf(path.join(folder, name)), name).toBe(0o600);
    closeDatabase(database);
  });

  it("says of a file that is no database what it is", () => {
    const file = path.join(dir, "a.db");
    writeFileSync(file, "this is not a database, but long enough to look like one".repeat(100));
    expect(() => openDatabase(file)).toThrow(/a\.db: the file is not a database/);
  });

  it("says of a folder that cannot be made where it stands", () => {
    writeFileSync(path.join(dir, "file"), "");
    expect(() => openDatabase(path.join(dir, "file/a.db"))).toThrow(/file\/a\.db/);
  });

  it("refuses a journal mode that it did not ask for", () => {
    // SQLite cannot have a WAL in a temporary database, and says so only when asked.
    expect(() => openDatabase("")).toThrow(/journal_mode = WAL/);
  });
});

describe("databaseTrouble", () => {
  it("knows a full disk", async () => {
    const database = openDatabase(path.join(dir, "a.db"));
    database.$client.exec("create table t (x)");
    database.$client.pragma("max_page_count = 3");
    const fill = {
      run: () => database.$client.prepare("insert into t values (zeroblob(100000))").run().changes,
    };
    const failed = await writeTogether(database, [fill]).catch((error: unknown) => error);
    expect(databaseTrouble(failed)?.kind).toBe("full");
    closeDatabase(database);
  });

  it("knows another process's lock", async () => {
    const one = openDatabase(path.join(dir, "a.db"));
    const other = openDatabase(path.join(dir, "a.db"));
    one.$client.exec("begin immediate");
    const failed = await Promise.resolve()
      .then(() => other.$client.exec("begin immediate"))
      .catch((error: unknown) => error);
    expect(databaseTrouble(failed)?.kind).toBe("busy");
    one.$client.exec("rollback");
    closeDatabase(one);
    closeDatabase(other);
  });

  it("finds the trouble behind another error and leaves other errors alone", () => {
    const full = Object.assign(new Error("full"), { code: "SQLITE_FULL" });
    expect(databaseTrouble(new Error("wrapped", { cause: full }))?.kind).toBe("full");
    expect(databaseTrouble(new Error("other"))).toBeNull();
    expect(
      databaseTrouble(Object.assign(new Error("x"), { code: "SQLITE_CONSTRAINT" })),
    ).toBeNull();
    expect(databaseTrouble(undefined)).toBeNull();
  });
});
