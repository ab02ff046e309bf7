import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reviewWith, voidOf } from "#core/log/random-log";
import { writeTogether } from "#db/batch";
import { putState } from "#db/card-states";
import { closeDatabase, type Database, openDatabase, type SqliteDatabase } from "#db/client";
import { addToTotal } from "#db/daily-totals";
import { addEntry, readLog } from "#db/entries";
import { beginHistory } from "#db/histories";
import { claimLogVersion, readLogVersion } from "#db/log-heads";
import { migrationsFolder } from "#db/memory-database";
import { migrate } from "#db/migrate";
import { type Moving, move as moveBy } from "#db/move/move";
import { Refused } from "#db/move/refused";
import { unfinishedMove, whileMarked } from "#db/move/unfinished";
import { rowsOf, tablesOf } from "#db/samples/stored-rows";
import { addUser } from "#db/users";
import type { PostgresDatabase } from "./client";
import { migratePostgres } from "./migrate";
import { bareDatabase, emptyPostgres, postgresMigrations, samplePostgres } from "./sample-postgres";

let dir: string;
let file: SqliteDatabase;
let postgres: PostgresDatabase;
let name: string;
const tell = () => {};
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const move = (moving: Omit<Moving, "hash" | "migrate">) =>
  moveBy({ ...moving, hash, migrate: migrateAny });

function migrateAny(database: Database): number | Promise<number> {
  if (database.engine === "sqlite") return migrate(database, migrationsFolder);
  return migratePostgres(database, { folder: postgresMigrations, now: 0 });
}

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-move-"));
  file = openMigrated("a.db");
  ({ database: postgres, name } = await emptyPostgres());
});

afterEach(() => {
  closeDatabase(file);
  rmSync(dir, { recursive: true, force: true });
});

function openMigrated(name: string): SqliteDatabase {
  const database = openDatabase(path.join(dir, name));
  migrate(database, migrationsFolder);
  return database;
}

/** Two learners with logs of some length, of everything something. */
async function fill(database: Database, reviews: number): Promise<void> {
  for (const learner of ["ann", "böb"]) {
    const user = { id: learner, email: `${learner}@x.org`, passwordHash: "x", createdAt: 5 };
    await addUser(database, user);
    const log = Array.from({ length: reviews }, (_, n) =>
      reviewWith({ id: `r${n}`, card: `c${n % 7}`, at: 1_700_000_000_000 + n, seed: 2 ** 40 + n }),
    );
    const [first] = log;
    if (!first) throw new Error("There is one.");
    const received = [...log, voidOf(first)].map((sent) => ({
      sent,
      reception: {
        ...{ receivedAt: 1, claimedAt: null, bodyHash: "h" },
        grading:
          sent.type === "review"
            ? ({ graded: "self", verdict: null, rating: "good", topic: "t" } as const)
            : null,
      },
    }));
    await writeTogether(database, [
      claimLogVersion(database, { learner, seen: 0, head: { settings: {}, storedCards: 7 } }),
      ...received.map((one) => addEntry(database, { learner, version: 1, received: one })),
      putState(database, {
        ...{ learner, version: 1, card: "c0" },
        state: {
          ...{ phase: "review", stability: 0.1 + 0.2, difficulty: 5.123456789012345 },
          ...{ due: 2 ** 41, dueDay: 20_000, step: 0, reps: 1, lapses: 0, lastReview: 2 ** 40 },
          ...{ lastDay: 19_999, utcOffset: -180, missed: true, folded: 1 },
        } as never,
      }),
      addToTotal(database, {
        learner,
        total: {
          ...{ studyDay: -3, topic: "", kind: "recall", band: "new", mode: "quiz" },
          ...{ reviews: 1, passed: 1, first: 0, firstPassed: 0, introduced: 0, duration: 9 },
        },
      }),
    ]);
  }
  await rowsOf(
    database,
    "insert into attempts (id, key, at, expires_at) values ('', 'k', -9007199254740991, 1)",
  );
  await writeTogether(database, beginHistory(database, { id: "h", at: 1 }));
}

/** All that is stored, table by table. */
async function all(database: Database): Promise<Map<string, string[]>> {
  const tables = [...(await tablesOf(database))].sort(([a], [b]) => (a < b ? -1 : 1));
  const stored = new Map<string, string[]>();
  for (const [name, columns] of tables) {
    const rows = await rowsOf(database, `select ${columns.sort().join()} from ${name}`);
    stored.set(name, rows.map((row) => JSON.stringify(row)).sort());
  }
  return stored;
}

describe("a move", () => {
  it("takes every row there and back as it is, with the versions of the logs", async () => {
    await fill(file, 1200);
    const before = await all(file);
    const there = await move({ from: file, to: postgres, tell });
    expect(there).toMatchObject({ ok: true });
    expect(await all(postgres)).toEqual(before);
    expect(await readLogVersion(postgres, "ann")).toBe(1);
    expect(await readLog(postgres, "böb")).toHaveLength(1201);
    const other = openMigrated("b.db");
    const back = await move({ from: postgres, to: other, tell });
    expect(back).toEqual(there);
    expect(await all(other)).toEqual(before);
    expect(await unfinishedMove(other)).toBeNull();
    closeDatabase(other);
  });

  it("goes on where it was broken off, and is known until it is through", async () => {
    await fill(file, 1200);
    const failing = (step: string, table: string, rows: number) => {
      if (step === "writes" && table === "entries" && rows >= 1000) throw new Error("cut");
    };
    await expect(move({ from: file, to: postgres, tell: failing })).rejects.toThrow("cut");
    expect(await unfinishedMove(postgres)).toMatch(/^[0-9a-f]{64}$/);
    expect(await rowsOf(postgres, "select id from entries")).toHaveLength(1000);
    const written: number[] = [];
    const count = (step: string, table: string, rows: number) => {
      if (step === "writes" && table === "entries") written.push(rows);
    };
    expect(await move({ from: file, to: postgres, tell: count })).toMatchObject({ ok: true });
    expect(written.at(-1)).toBe(1402);
    expect(await all(postgres)).toEqual(await all(file));
    expect(await unfinishedMove(postgres)).toBeNull();
  });

  it("refuses a target that holds anything, or a part of another source", async () => {
    await fill(file, 10);
    const user = { id: "cyd", email: "cyd@x.org", passwordHash: "x", createdAt: 5 };
    await addUser(postgres, user);
    const reason = "The target is not empty: users, logs.";
    expect(await move({ from: file, to: postgres, tell })).toEqual({ ok: false, reason });
    await rowsOf(postgres, "delete from users");
    await rowsOf(postgres, "delete from logs");
    const failing = (step: string) => {
      if (step === "writes") throw new Error("cut");
    };
    await expect(move({ from: file, to: postgres, tell: failing })).rejects.toThrow("cut");
    await addUser(file, user);
    const other = { ok: false, reason: expect.stringContaining("a part of another source") };
    expect(await move({ from: file, to: postgres, tell })).toEqual(other);
    await rowsOf(postgres, "drop table unfinished_move");
  });

  it("leaves a target that it refuses as it was, and fills one that has no schema yet", async () => {
    await fill(file, 10);
    const { name, remove } = await bareDatabase();
    const earlier = samplePostgres(name);
    const of = async () => [...(await tablesOf(earlier)).keys()];
    await rowsOf(earlier, "create table users (id text primary key)");
    await rowsOf(earlier, "insert into users values ('cyd')");
    const reason = "The target is not empty: users.";
    expect(await move({ from: file, to: earlier, tell })).toEqual({ ok: false, reason });
    expect(await of()).toEqual(["users"]);
    await rowsOf(earlier, "drop table users");
    expect(await move({ from: file, to: earlier, tell })).toMatchObject({ ok: true });
    expect(await all(earlier)).toEqual(await all(file));
    await earlier.pool.end();
    await remove();
  });

  it("leaves no mark where the target was filled between its two looks", async () => {
    const check = () => Promise.reject(new Refused("The target is not empty: users."));
    const run = async () => undefined;
    const marked = whileMarked(postgres, { source: "a", check, run });
    await expect(marked).rejects.toThrow("The target is not empty: users.");
    expect([...(await tablesOf(postgres)).keys()]).not.toContain("unfinished_move");
  });

  it("is the only one into its target", async () => {
    await fill(file, 10);
    await file.$client.backup(path.join(dir, "copy.db"));
    const copy = openMigrated("copy.db");
    let other: Promise<unknown> | undefined;
    const both = (step: string) => {
      if (step === "writes") other ??= move({ from: copy, to: postgres, tell });
    };
    expect(await move({ from: file, to: postgres, tell: both })).toMatchObject({ ok: true });
    const refused = { ok: false, reason: expect.stringMatching(/Another move|is not empty/) };
    expect(await other).toEqual(refused);
    expect(await all(postgres)).toEqual(await all(copy));
    closeDatabase(copy);
  });

  it("tells of a row that is not the same in the end", async () => {
    await fill(file, 10);
    const spoil = async () => {
      await rowsOf(postgres, "update entries set duration = duration + 1 where id = 'r3'");
    };
    let spoiling: Promise<void> | undefined;
    const late = (step: string) => {
      if (step === "compares") spoiling ??= spoil();
    };
    const reason = "Not the same in the target: entries.";
    expect(await move({ from: file, to: postgres, tell: late })).toEqual({ ok: false, reason });
    await spoiling;
    await rowsOf(postgres, "drop table unfinished_move");
  });

  it("refuses what a later version has added to, of which it would leave behind something", async () => {
    file.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9e15)");
    const refused = { ok: false, reason: expect.stringMatching(/A later version/) };
    expect(await move({ from: file, to: postgres, tell: () => undefined })).toEqual(refused);
  });

  it("has the source to itself: a file that is open elsewhere is refused, a table is not written", async () => {
    await fill(file, 10);
    const server = openDatabase(path.join(dir, "a.db"));
    server.$client.prepare("select * from users").all();
    const reason = expect.stringContaining("is in use: end the server");
    expect(await move({ from: file, to: postgres, tell })).toEqual({ ok: false, reason });
    closeDatabase(server);
    expect(await move({ from: file, to: postgres, tell })).toMatchObject({ ok: true });
    const other = openMigrated("b.db");
    const elsewhere = samplePostgres(name);
    let late: Promise<unknown> | undefined;
    const write = (step: string) => {
      if (step === "reads") late ??= rowsOf(elsewhere, "update users set created_at = 6");
    };
    expect(await move({ from: postgres, to: other, tell: write })).toMatchObject({ ok: true });
    await late;
    await elsewhere.pool.end();
    expect(await rowsOf(other, "select distinct created_at from users")).toEqual([[5]]);
    expect(await rowsOf(postgres, "select distinct created_at from users")).toEqual([[6]]);
    closeDatabase(other);
  });
});
