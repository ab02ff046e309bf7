import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, openDatabase } from "#db/client";
import { readHistory } from "#db/histories";
import { findSession } from "#db/sessions";
import { findUser } from "#db/users";
import { checkCopy } from "./check-copy";
import { damage, end, holding, newPlace, otherProcess, type Place } from "./sample-copies";

let place: Place;

beforeEach(async () => {
  place = await newPlace();
});

afterEach(() => place.remove());

const waits =
  'db.pragma("busy_timeout = 0"); db.prepare("select * from users").all(); process.stdin.resume()';
describe("restoring", () => {
  it("brings back what the backup holds, as another history and with nobody logged in", async () => {
    const backup = await place.someBackup();
    const bytes = readFileSync(backup);
    await holding(place.file, "bob");
    const done = place.restored(backup);
    expect(done).toMatchObject({ ok: true, contents: { accounts: 1 } });
    expect(readFileSync(backup)).toEqual(bytes);
    const database = openDatabase(place.file);
    expect(await findUser(database, "ann")).not.toBeNull();
    expect(await findUser(database, "bob")).toBeNull();
    expect(await findSession(database, { tokenHash: "ann", now: 1, begunAfter: -1 })).toBeNull();
    expect(await readHistory(database)).toBe(`h${place.moment()}`);
    closeDatabase(database);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
  });

  it("keeps what it replaces, which can be restored in turn", async () => {
    const backup = await place.someBackup();
    await holding(place.file, "bob");
    const done = place.restored(backup);
    if (!done.ok || !done.kept) throw new Error("Nothing was kept.");
    expect(place.restored(done.kept)).toMatchObject({ ok: true, contents: { accounts: 2 } });
    const database = openDatabase(place.file);
    expect(await findUser(database, "bob")).not.toBeNull();
    closeDatabase(database);
  });

  it("is refused while another process has the database open, however idle", async () => {
    const backup = await place.someBackup();
    const before = readdirSync(place.dir);
    const server = await otherProcess(place.file, waits);
    try {
      expect(place.restored(backup)).toMatchObject({
        reason: expect.stringContaining("is in use"),
      });
    } finally {
      await end(server);
    }
    expect(readdirSync(place.dir).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
    expect(place.restored(backup)).toMatchObject({ ok: true });
  });

  it("works where there is no database yet, and where it is damaged", async () => {
    const backup = await place.someBackup();
    rmSync(place.file);
    expect(place.restored(backup)).toMatchObject({ ok: true, kept: null });
    writeFileSync(place.file, "no database at all");
    const done = place.restored(backup);
    expect(done).toMatchObject({ ok: true });
    if (done.ok && done.kept) expect(readFileSync(done.kept, "utf8")).toBe("no database at all");
    expect(checkCopy(place.file)).toMatchObject({ ok: true });
  });

  it("takes nothing over from a log that a replaced database left behind", async () => {
    const backup = await place.someBackup();
    const stale = await otherProcess(
      place.file,
      'db.pragma("wal_autocheckpoint = 0"); db.exec("delete from users"); process.stdin.resume()',
    );
    await end(stale);
    expect(statSync(`${place.file}-wal`).size).toBeGreaterThan(0);
    damage(place.file);
    truncateSync(place.file, 100);
    expect(place.restored(backup)).toMatchObject({ ok: true });
    expect(checkCopy(place.file)).toMatchObject({ ok: true, contents: { accounts: 1 } });
  });

  it("takes in what a copy made by hand has in its log", async () => {
    const writer = await otherProcess(
      place.file,
      `db.pragma("wal_autocheckpoint = 0"); db.exec("insert into users (id, email, password_hash, created_at) values ('cy', 'c', 'x', 0)"); process.stdin.resume()`,
    );
    const copy = path.join(place.dir, "copy.db");
    copyFileSync(place.file, copy);
    copyFileSync(`${place.file}-wal`, `${copy}-wal`);
    await end(writer);
    expect(place.restored(copy)).toMatchObject({ ok: true, contents: { accounts: 2 } });
  });

  it("refuses what is no sound backup, in words, and changes nothing", async () => {
    const backup = await place.someBackup();
    const other = (name: string, make: (target: string) => void): string => {
      const target = path.join(place.dir, name);
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
    const changed = (target: string) => {
      copyFileSync(backup, target);
      const client = new SQLite(target);
      client.exec("update __drizzle_migrations set hash = 'another' where id = 1");
      client.close();
    };
    const cut = (target: string) => {
      copyFileSync(backup, target);
      truncateSync(target, 10_000);
    };
    const cases: [string, RegExp][] = [
      [path.join(place.dir, "absent.db"), /no such file/],
      [place.dir, /no file/],
      [
        other("text.db", (target) => appendFileSync(target, "hello ".repeat(900))),
        /not a database/,
      ],
      [other("empty.db", (target) => writeFileSync(target, "")), /no data of Mooring's/],
      [other("foreign.db", foreign("create table users (id)")), /no data of Mooring's/],
      [other("damaged.db", damagedCopy), /damaged/],
      [other("cut.db", cut), /damaged/],
      [other("changed.db", changed), /not as Mooring made it/],
      [place.file, /the database itself/],
    ];
    const bytes = readFileSync(place.file);
    for (const [named, why] of cases) {
      expect([named, place.restored(named)]).toEqual([
        named,
        { ok: false, reason: expect.stringMatching(why) },
      ]);
    }
    expect(readFileSync(place.file)).toEqual(bytes);
    expect(readdirSync(place.dir).filter((name) => /part|replaced/.test(name))).toEqual([]);
  });
});
