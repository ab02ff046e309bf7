import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, openDatabase, type SqliteDatabase } from "./client";
import { memoryDatabase, migrationsFolder } from "./memory-database";
import { migrate } from "./migrate";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-migrate-"));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** A folder of migrations as drizzle-kit writes it. */
function folderOf(name: string, statements: string[]): string {
  const folder = path.join(dir, name);
  mkdirSync(path.join(folder, "meta"), { recursive: true });
  const entries = statements.map((sql, idx) => {
    writeFileSync(path.join(folder, `${idx}.sql`), sql);
    return { idx, version: "6", when: idx + 1, tag: String(idx), breakpoints: true };
  });
  const journal = { version: "7", dialect: "sqlite", entries };
  writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify(journal));
  return folder;
}

/** A list of migrations that has lost one, or has another in the place of one. */
const without = (id: number, folder: string) => (database: SqliteDatabase) => {
  migrate(database, folder);
  database.$client.exec(`delete from __drizzle_migrations where id = ${id}`);
};
const changed = (id: number, folder: string) => (database: SqliteDatabase) => {
  migrate(database, folder);
  database.$client.exec(`update __drizzle_migrations set hash = 'x' where id = ${id}`);
};

const schemaOf = (database: SqliteDatabase) =>
  database.$client.prepare("select name, sql from sqlite_master order by name").all();

describe("migrate", () => {
  it("makes the whole schema, and nothing more the second time", () => {
    const database = memoryDatabase();
    const once = schemaOf(database);
    migrate(database, migrationsFolder);
    expect(schemaOf(database)).toEqual(once);
    expect(database.$client.pragma("foreign_keys", { simple: true })).toBe(1);
    closeDatabase(database);
  });

  it("adds only what is missing", () => {
    const database = openDatabase(":memory:");
    migrate(database, folderOf("a", ["create table one (x)"]));
    migrate(database, folderOf("b", ["create table one (x)", "create table two (x)"]));
    expect(schemaOf(database)).toMatchObject([{}, { name: "one" }, { name: "two" }]);
    closeDatabase(database);
  });

  it("applies all or nothing", () => {
    const database = openDatabase(":memory:");
    const folder = folderOf("a", ["create table one (x)", "create table one (y)"]);
    expect(() => migrate(database, folder)).toThrow(/already exists/);
    expect(schemaOf(database)).toEqual([]);
    expect(database.$client.pragma("foreign_keys", { simple: true })).toBe(1);
    closeDatabase(database);
  });

  it("keeps the children of a table that a migration rebuilds", () => {
    const start =
      "create table p (id primary key); create table c (p references p on delete cascade);";
    const rebuild =
      "create table n (id primary key, x);insert into n (id) select id from p;drop table p;alter table n rename to p;";
    const database = openDatabase(":memory:");
    migrate(database, folderOf("a", [start]));
    database.$client.exec("insert into p values (1); insert into c values (1)");
    migrate(database, folderOf("b", [start, rebuild]));
    expect(database.$client.prepare("select p from c").all()).toEqual([{ p: 1 }]);
    closeDatabase(database);
  });

  it("refuses a migration that leaves orphans behind", () => {
    const start = "create table p (id primary key); create table c (p references p);";
    const database = openDatabase(":memory:");
    migrate(database, folderOf("a", [start]));
    database.$client.exec("insert into p values (1); insert into c values (1)");
    expect(() => migrate(database, folderOf("b", [start, "delete from p"]))).toThrow(/parent/);
    expect(database.$client.prepare("select id from p").all()).toEqual([{ id: 1 }]);
    closeDatabase(database);
  });

  it("takes a database to which a later version has added, and counts what it does not know", () => {
    const database = openDatabase(":memory:");
    expect(migrate(database, folderOf("a", ["create table one (x)", "create table two (x)"]))).toBe(
      0,
    );
    const before = schemaOf(database);
    expect(migrate(database, folderOf("b", ["create table one (x)"]))).toBe(1);
    expect(schemaOf(database)).toEqual(before);
    closeDatabase(database);
  });

  it("refuses, in words and with nothing changed, what is not as it made it", () => {
    const folder = folderOf("a", ["create table one (x)", "create table two (x)"]);
    const other = folderOf("b", ["create table three (x)", "create table four (x)"]);
    const spoilt: [(database: SqliteDatabase) => void, RegExp][] = [
      [({ $client }) => $client.exec("create table theirs (x)"), /not Mooring's/],
      [(database) => migrate(database, other), /lacks one of ours/],
      [without(1, folder), /lacks one of ours/],
      [changed(1, folder), /another in its place/],
      [changed(2, folder), /another in its place/],
    ];
    for (const [spoil, why] of spoilt) {
      const database = openDatabase(":memory:");
      spoil(database);
      const before = schemaOf(database);
      expect(() => migrate(database, folder)).toThrow(why);
      expect(schemaOf(database)).toEqual(before);
      closeDatabase(database);
    }
  });

  it("keeps where each log stands, and that an account was closed", () => {
    const earlier = path.join(dir, "m");
    cpSync(migrationsFolder, earlier, { recursive: true });
    const file = path.join(earlier, "meta/_journal.json");
    const journal = JSON.parse(readFileSync(file, "utf8"));
    const entries = journal.entries.filter(({ idx }: { idx: number }) => idx < 8);
    writeFileSync(file, JSON.stringify({ ...journal, entries }));
    const database = openDatabase(":memory:");
    migrate(database, earlier);
    database.$client.exec(`insert into users values
      ('ann', 'a@x.org', 'h', 5, 7, '{"a":1}', 3, 400, 2, 9, 8),
      ('bob', 'deleted bob', '', 6, 4, null, 0, 10, 1, 9, 1)`);
    migrate(database, migrationsFolder);
    const all = (table: string) => database.$client.prepare(`select * from ${table}`).raw().all();
    expect(all("users")).toEqual([
      ["ann", "a@x.org", "h", 5],
      ["bob", "deleted bob", "", 6],
    ]);
    expect(all("logs")).toEqual([
      ["ann", 7, '{"a":1}', 3, 400, 2, 9, 8, null],
      ["bob", -1, null, 0, 10, 1, 9, 1, null],
    ]);
    closeDatabase(database);
  });

  it("is whole when two handles start on one file", () => {
    cpSync(migrationsFolder, path.join(dir, "m"), { recursive: true });
    const one = openDatabase(path.join(dir, "a.db"));
    const other = openDatabase(path.join(dir, "a.db"));
    migrate(one, path.join(dir, "m"));
    migrate(other, path.join(dir, "m"));
    expect(schemaOf(one)).toEqual(schemaOf(other));
    closeDatabase(one);
    closeDatabase(other);
  });
});
