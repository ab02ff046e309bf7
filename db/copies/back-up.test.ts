import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkCopy } from "./check-copy";
import { damage, end, newPlace, otherProcess, type Place } from "./sample-copies";

let place: Place;

beforeEach(async () => {
  place = await newPlace();
});

afterEach(() => place.remove());

/** Two rows at a time, as fast as it goes. */
const writes = `db.pragma("busy_timeout = 5000"); db.exec("create table pairs (n integer)");
  const add = db.prepare("insert into pairs values (?)"); let n = 0;
  const both = db.transaction(() => { add.run(n); add.run(n); n += 1; });
  setImmediate(function go() { for (let i = 0; i < 20; i += 1) both(); setImmediate(go); })`;

describe("a backup", () => {
  it("is one file for its owner alone, named by the moment and sound", async () => {
    const made = await place.backedUp();
    const name = "mooring-2026-01-02T03-04-06-678Z.db";
    const contents = { accounts: 1, entries: 0, newest: null };
    expect(made).toMatchObject({
      ok: true,
      file: path.join(place.folder, name),
      contents,
      removed: 0,
    });
    expect(readdirSync(place.folder)).toEqual([name]);
    expect(statSync(path.join(place.folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
    expect(checkCopy(path.join(place.folder, name))).toEqual({ ok: true, contents });
  });

  it("is whole and of one moment while another process writes without a pause", async () => {
    const writer = await otherProcess(place.file, writes);
    const live = new SQLite(place.file, { readonly: true });
    const written = live.prepare("select count(distinct n) from pairs").pluck();
    let before = 0;
    try {
      for (let round = 0; round < 8; round += 1) {
        await vi.waitUntil(() => Number(written.get()) > before, { timeout: 30_000 });
        const copy = new SQLite(await place.someBackup(), { readonly: true });
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
    const first = await place.someBackup();
    writeFileSync(path.join(place.folder, "notes.db"), "mine");
    const second = await place.someBackup();
    expect(await place.backedUp({ keep: 2 })).toMatchObject({ ok: true, removed: 1 });
    const left = readdirSync(place.folder);
    expect(left).not.toContain(path.basename(first));
    expect(left).toContain(path.basename(second));
    expect(left).toContain("notes.db");
    expect(left).toHaveLength(3);
  });

  it("says why there is none, and leaves nothing half done", async () => {
    const blocked = path.join(place.dir, "file");
    writeFileSync(blocked, "");
    expect(await place.backedUp({ file: path.join(place.dir, "none.db") })).toMatchObject({
      reason: expect.stringContaining("There is no database yet"),
    });
    expect(await place.backedUp({ folder: blocked })).toMatchObject({
      reason: expect.stringContaining(blocked),
    });
    expect(await place.backedUp({ isLate: () => true })).toMatchObject({
      reason: expect.stringContaining("took too long"),
    });
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it("is not made of a damaged database, and costs no older one its place", async () => {
    const good = await place.someBackup();
    damage(place.file);
    expect(await place.backedUp({ keep: 1 })).toMatchObject({ ok: false });
    expect(readdirSync(place.folder)).toEqual([path.basename(good)]);
  });
});
