import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase, openDatabase } from "#db/client";
import { readHistory } from "#db/histories";
import { migrationsFolder } from "#db/memory-database";
import { migrate } from "#db/migrate";
import { addSession, findSession } from "#db/sessions";
import { addUser, findUser } from "#db/users";
import { type BackedUp, backUp } from "./back-up";
import { checkCopy } from "./check-copy";
import { type Restored, restore } from "./restore";

let dir: string;
let file: string;
let moment: number;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-copies-"));
  file = path.join(dir, "mooring.db");
  moment = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  await holding("ann");
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Adds an account, with a session of its own, to the database. */
async function holding(id: string): Promise<void> {
  const database = openDatabase(file);
  migrate(database, migrationsFolder);
  await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
  const session = { tokenHash: id, userId: id, createdAt: 0, expiresAt: 9e15, lastSeenAt: 0 };
  await addSession(database, session);
  closeDatabase(database);
}

const folder = () => path.join(dir, "backups");

async function backedUp(asked: Partial<Parameters<typeof backUp>[0]> = {}): Promise<BackedUp> {
  moment += 1000;
  const usual = { file, folder: folder(), keep: null, now: moment, isLate: () => false };
  return backUp({ ...usual, ...asked });
}

async function someBackup(): Promise<string> {
  const made = await backedUp();
  if (!made.ok) throw new Error(made.reason);
  return made.file;
}

function restored(backup: string): Restored {
  moment += 1000;
  return restore({
    backup,
    file,
    migrations: migrationsFolder,
    now: moment,
    history: `h${moment}`,
  });
}

/** A program of its own that has the database open; resolves when it has. */
async function otherProcess(program: string): Promise<ChildProcess> {
  const open = `const db = new (require("better-sqlite3"))(${JSON.stringify(file)});`;
  const child = spawn(process.execPath, ["-e", `${open}${program};console.log("open")`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

const waits =
  'db.pragma("busy_timeout = 0"); db.prepare("select * from users").all(); process.stdin.resume()';
/** Two rows at a time, as fast as it goes. */
const writes = `db.pragma("busy_timeout = 5000"); db.exec("create table pairs (n integer)");
  const add = db.prepare("insert into pairs values (?)"); let n = 0;
  const both = db.transaction(() => { add.run(n); add.run(n); n += 1; });
  setImmediate(function go() { for (let i = 0; i < 20; i += 1) both(); setImmediate(go); })`;

describe("a backup", () => {
  it("is one file for its owner alone, named by the moment and sound", async () => {
    const made = await backedUp();
    const name = "mooring-2026-01-02T03-04-06-678Z.db";
    const contents = { accounts: 1, entries: 0, newest: null };
    expect(made).toMatchObject({ ok: true, file: path.join(folder(), name), contents, removed: 0 });
    expect(readdirSync(folder())).toEqual([name]);
    expect(statSync(path.join(folder(), name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(checkCopy(path.join(folder(), name))).toEqual({ ok: true, contents });
  });

  it("is whole and of one moment while another process writes without a pause", async () => {
    const writer = await otherProcess(writes);
    const live = new SQLite(file, { readonly: true });
    const written = live.prepare("select count(distinct n) from pairs").pluck();
    let before = 0;
    try {
      for (let round = 0; round < 8; round += 1) {
        await vi.waitUntil(() => Number(written.get()) > before, { timeout: 30_000 });
        const copy = new SQLite(await someBackup(), { readonly: true });
        const rows = copy.prepare("select n, count(*) as times from pairs group by n").all();
        copy.close();
        expect(rows).toEqual(rows.map((_, n) => ({ n, times: 2 })));
        expect(rows.length).toBeGreaterThan(before);
        before = rows.length;
      }
    } finally {
      live.close();
      await end(writer);
    }
  });

  it("keeps as many as it is told, and touches nothing else in the folder", async () => {
    const first = await someBackup();
    writeFileSync(path.join(folder(), "notes.db"), "mine");
    const second = await someBackup();
    expect(await backedUp({ keep: 2 })).toMatchObject({ ok: true, removed: 1 });
    const left = readdirSync(folder());
    expect(left).not.toContain(path.basename(first));
    expect(left).toContain(path.basename(second));
    expect(left).toContain("notes.db");
    expect(left).toHaveLength(3);
  });

  it("says why there is none, and leaves nothing half done", async () => {
    const blocked = path.join(dir, "file");
    writeFileSync(blocked, "");
    expect(await backedUp({ file: path.join(dir, "none.db") })).toMatchObject({
      reason: expect.stringContaining("There is no database yet"),
    });
    expect(await backedUp({ folder: blocked })).toMatchObject({
      reason: expect.stringContaining(blocked),
    });
    expect(await backedUp({ isLate: () => true })).toMatchObject({
      reason: expect.stringContaining("took too long"),
    });
    expect(readdirSync(folder())).toEqual([]);
  });

  it("is not made of a damaged database, and costs no older one its place", async () => {
    const good = await someBackup();
    damage(file);
    expect(await backedUp({ keep: 1 })).toMatchObject({ ok: false });
    expect(readdirSync(folder())).toEqual([path.basename(good)]);
  });
});

/** Overwrites what lies behind the first page. */
function damage(target: string): void {
  const handle = openSync(target, "r+");
  const { size } = statSync(target);
  for (let at = 4096; at < size; at += 512) writeSync(handle, "garbage!", at);
  closeSync(handle);
}

describe("restoring", () => {
  it("brings back what the backup holds, as another history and with nobody logged in", async () => {
    const backup = await someBackup();
    const bytes = readFileSync(backup);
    await holding("bob");
    const done = restored(backup);
    expect(done).toMatchObject({ ok: true, contents: { accounts: 1 } });
    expect(readFileSync(backup)).toEqual(bytes);
    const database = openDatabase(file);
    expect(await findUser(database, "ann")).not.toBeNull();
    expect(await findUser(database, "bob")).toBeNull();
    expect(await findSession(database, { tokenHash: "ann", now: 1, begunAfter: -1 })).toBeNull();
    expect(await readHistory(database)).toBe(`h${moment}`);
    closeDatabase(database);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("keeps what it replaces, which can be restored in turn", async () => {
    const backup = await someBackup();
    await holding("bob");
    const done = restored(backup);
    if (!done.ok || !done.kept) throw new Error("Nothing was kept.");
    expect(restored(done.kept)).toMatchObject({ ok: true, contents: { accounts: 2 } });
    const database = openDatabase(file);
    expect(await findUser(database, "bob")).not.toBeNull();
    closeDatabase(database);
  });

  it("is refused while another process has the database open, however idle", async () => {
    const backup = await someBackup();
    const before = readdirSync(dir);
    const server = await otherProcess(waits);
    try {
      expect(restored(backup)).toMatchObject({ reason: expect.stringContaining("is in use") });
    } finally {
      await end(server);
    }
    expect(readdirSync(dir).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
    expect(restored(backup)).toMatchObject({ ok: true });
  });

  it("works where there is no database yet, and where it is damaged", async () => {
    const backup = await someBackup();
    rmSync(file);
    expect(restored(backup)).toMatchObject({ ok: true, kept: null });
    writeFileSync(file, "no database at all");
    const done = restored(backup);
    expect(done).toMatchObject({ ok: true });
    if (done.ok && done.kept) expect(readFileSync(done.kept, "utf8")).toBe("no database at all");
    expect(checkCopy(file)).toMatchObject({ ok: true });
  });

  it("takes nothing over from a log that a replaced database left behind", async () => {
    const backup = await someBackup();
    const stale = await otherProcess(
      'db.pragma("wal_autocheckpoint = 0"); db.exec("delete from users"); process.stdin.resume()',
    );
    await end(stale);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    damage(file);
    truncateSync(file, 100);
    expect(restored(backup)).toMatchObject({ ok: true });
    expect(checkCopy(file)).toMatchObject({ ok: true, contents: { accounts: 1 } });
  });

  it("takes in what a copy made by hand has in its log", async () => {
    const writer = await otherProcess(
      `db.pragma("wal_autocheckpoint = 0"); db.exec("insert into users (id, email, password_hash, created_at) values ('cy', 'c', 'x', 0)"); process.stdin.resume()`,
    );
    const copy = path.join(dir, "copy.db");
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    await end(writer);
    expect(restored(copy)).toMatchObject({ ok: true, contents: { accounts: 2 } });
  });

  it("refuses what is no sound backup, in words, and changes nothing", async () => {
    const backup = await someBackup();
    const other = (name: string, make: (target: string) => void): string => {
      const target = path.join(dir, name);
      make(target);
      return target;
    };
    const foreign = (sql: string) => (target: string) => {
      const client = new SQLite(target);
      client.exec(sql);
      client.close();
    };
    const damagedCopy = (target: string) => {
      copyFileSync(backup, target);
      damage(target);
    };
    const newer = (target: string) => {
      copyFileSync(backup, target);
      const client = new SQLite(target);
      client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9e15)");
      client.close();
    };
    const cut = (target: string) => {
      copyFileSync(backup, target);
      truncateSync(target, 10_000);
    };
    const cases: [string, RegExp][] = [
      [path.join(dir, "absent.db"), /no such file/],
      [dir, /no file/],
      [
        other("text.db", (target) => appendFileSync(target, "hello ".repeat(900))),
        /not a database/,
      ],
      [other("empty.db", (target) => writeFileSync(target, "")), /no data of Mooring's/],
      [other("foreign.db", foreign("create table users (id)")), /no data of Mooring's/],
      [other("damaged.db", damagedCopy), /damaged/],
      [other("cut.db", cut), /damaged/],
      [other("newer.db", newer), /does not know/],
      [file, /the database itself/],
    ];
    const bytes = readFileSync(file);
    for (const [named, why] of cases) {
      expect([named, restored(named)]).toEqual([
        named,
        { ok: false, reason: expect.stringMatching(why) },
      ]);
    }
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(dir).filter((name) => /part|replaced/.test(name))).toEqual([]);
  });
});
