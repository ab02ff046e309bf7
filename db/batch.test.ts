import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeTogether } from "./batch";
import { closeDatabase, type Database, openDatabase } from "./client";

let dir: string;
let database: Database;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-batch-"));
  database = openDatabase(path.join(dir, "a.db"));
  database.$client.exec("create table t (x integer primary key)");
});

afterEach(() => {
  closeDatabase(database);
  rmSync(dir, { recursive: true });
});

const insert = (x: number) => () => database.$client.prepare("insert into t values (?)").run(x);
const rows = () => database.$client.prepare("select x from t order by x").pluck().all();
const outcomes = async (batches: Promise<void>[]) =>
  (await Promise.allSettled(batches)).map(({ status }) => status);

it("rolls back a batch that fails, and no other that is committed with it", async () => {
  const settled = await outcomes([
    writeTogether(database, [insert(1), insert(2)]),
    writeTogether(database, [insert(3), insert(1), insert(4)]),
    writeTogether(database, [insert(5)]),
  ]);
  expect(settled).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(rows()).toEqual([1, 2, 5]);
});

it("commits the batches of one turn as one", async () => {
  const other = openDatabase(path.join(dir, "a.db"));
  const commits = () => other.$client.prepare("select count(*) from t").pluck().get();
  const seen: unknown[] = [];
  // Another connection sees what is committed and nothing else.
  await outcomes([
    writeTogether(database, [insert(1), () => seen.push(commits())]),
    writeTogether(database, [() => seen.push(commits()), insert(2)]),
  ]);
  expect(seen).toEqual([0, 0]);
  expect(commits()).toBe(2);
  closeDatabase(other);
});

it("fails all of them when the disk is full, and writes none", async () => {
  database.$client.pragma("max_page_count = 4");
  const fill = () => database.$client.exec("create table big as select zeroblob(100000) as x");
  const settled = await outcomes([
    writeTogether(database, [insert(1)]),
    writeTogether(database, [fill]),
  ]);
  expect(settled[1]).toBe("rejected");
  expect(rows()).toEqual(settled[0] === "fulfilled" ? [1] : []);
  await writeTogether(database, [insert(7)]);
  expect(rows()).toContain(7);
});

it("fails all of them when another process holds the lock", async () => {
  const other = openDatabase(path.join(dir, "a.db"));
  database.$client.pragma("busy_timeout = 1");
  other.$client.exec("begin immediate");
  const settled = await outcomes([
    writeTogether(database, [insert(1)]),
    writeTogether(database, []),
  ]);
  other.$client.exec("rollback");
  expect(settled).toEqual(["rejected", "rejected"]);
  closeDatabase(other);
});

it("fails all of them when the handle was closed before they were committed", async () => {
  const other = openDatabase(path.join(dir, "a.db"));
  const settled = outcomes([writeTogether(other, [insert(1)]), writeTogether(other, [])]);
  closeDatabase(other);
  expect(await settled).toEqual(["rejected", "rejected"]);
  expect(rows()).toEqual([]);
});
