import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeOne, writeTogether } from "./batch";
import { closeDatabase, openDatabase, type SqliteDatabase } from "./client";
import { longestWait } from "./when-free";

let dir: string;
let database: SqliteDatabase;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-batch-"));
  database = openDatabase(path.join(dir, "a.db"));
  database.$client.exec("create table t (x integer primary key)");
});

afterEach(() => {
  closeDatabase(database);
  rmSync(dir, { recursive: true });
});

const insert = (x: number) => ({
  run: () => database.$client.prepare("insert into t values (?)").run(x).changes,
});
const rows = () => database.$client.prepare("select x from t order by x").pluck().all();
const outcomes = async (batches: Promise<unknown>[]) =>
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

it("tells how many rows each statement changed", async () => {
  await writeTogether(database, [insert(1), insert(2)]);
  const remove = { run: () => database.$client.prepare("delete from t").run().changes };
  expect(await writeTogether(database, [insert(3), remove, remove])).toEqual([1, 3, 0]);
  expect(await writeOne(database, insert(4))).toBe(1);
});

it("rolls back a batch of which a statement finds nothing that it must change", async () => {
  const none = { run: () => database.$client.prepare("delete from t where x = 9").run().changes };
  const must = { ...none, orThrow: () => new Error("There is no 9.") };
  const failed = writeTogether(database, [insert(1), must, insert(2)]);
  const other = writeTogether(database, [insert(3), none]);
  await expect(failed).rejects.toThrow("There is no 9.");
  expect(await other).toEqual([1, 0]);
  expect(rows()).toEqual([3]);
});

it("commits the batches of one turn as one", async () => {
  const other = openDatabase(path.join(dir, "a.db"));
  const commits = () => other.$client.prepare("select count(*) from t").pluck().get();
  const seen: unknown[] = [];
  // Another connection sees what is committed and nothing else.
  await outcomes([
    writeTogether(database, [insert(1), { run: () => seen.push(commits()) }]),
    writeTogether(database, [{ run: () => seen.push(commits()) }, insert(2)]),
  ]);
  expect(seen).toEqual([0, 0]);
  expect(commits()).toBe(2);
  closeDatabase(other);
});

it("fails all of them when the disk is full, and writes none", async () => {
  database.$client.pragma("max_page_count = 4");
  const big = "create table big as select zeroblob(100000) as x";
  const fill = { run: () => database.$client.prepare(big).run().changes };
  const settled = await outcomes([
    writeTogether(database, [insert(1)]),
    writeTogether(database, [fill]),
  ]);
  expect(settled[1]).toBe("rejected");
  expect(rows()).toEqual(settled[0] === "fulfilled" ? [1] : []);
  await writeTogether(database, [insert(7)]);
  expect(rows()).toContain(7);
});

describe("while another process holds the lock", () => {
  let other: SqliteDatabase;
  beforeEach(() => {
    other = openDatabase(path.join(dir, "a.db"));
    other.$client.exec("begin immediate");
  });
  afterEach(() => closeDatabase(other));

  it("waits for it with the event loop free, in order, and loses nothing", async () => {
    const order: number[] = [];
    const write = (x: number) => writeOne(database, insert(x)).then(() => order.push(x));
    const written = Promise.all([write(1), write(2)]);
    // Many turns of the event loop come and go meanwhile: nothing waits inside SQLite.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => setImmediate(next));
    expect(order).toEqual([]);
    const later = write(3);
    other.$client.exec("rollback");
    await Promise.all([written, later]);
    expect(order).toEqual([1, 2, 3]);
    expect(rows()).toEqual([1, 2, 3]);
  });

  it("fails as busy when that takes too long, and writes what comes afterwards", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const settled = outcomes([
      writeTogether(database, [insert(1)]),
      writeTogether(database, []),
      writeOne(database, insert(2)),
    ]);
    await vi.advanceTimersByTimeAsync(longestWait / 2);
    const later = writeTogether(database, [insert(4)]);
    await vi.advanceTimersByTimeAsync(longestWait / 2 + 200);
    expect(await settled).toEqual(["rejected", "rejected", "rejected"]);
    other.$client.exec("rollback");
    await vi.advanceTimersByTimeAsync(200);
    await later;
    vi.useRealTimers();
    expect(rows()).toEqual([4]);
  });
});

it("makes no commit of more than a thousand statements out of several batches", async () => {
  const other = openDatabase(path.join(dir, "a.db"));
  const committed = () => other.$client.prepare("select count(*) from t").pluck().get();
  const seen: unknown[] = [];
  const batch = (from: number) => [
    { run: () => seen.push(committed()) },
    ...Array.from({ length: 599 }, (_, i) => insert(from + i)),
  ];
  await Promise.all([0, 1000, 2000].map((from) => writeTogether(database, batch(from))));
  expect(seen).toEqual([0, 599, 1198]);
  closeDatabase(other);
});

it("fails all of them when the handle was closed before they were committed", async () => {
  const other = openDatabase(path.join(dir, "a.db"));
  const settled = outcomes([writeTogether(other, [insert(1)]), writeTogether(other, [])]);
  closeDatabase(other);
  expect(await settled).toEqual(["rejected", "rejected"]);
  expect(rows()).toEqual([]);
});
