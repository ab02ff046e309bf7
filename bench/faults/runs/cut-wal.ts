import { copyFileSync, statSync, truncateSync } from "node:fs";
import path from "node:path";
import { isSound, logProblems } from "#bench/faults/parts/check-log";
import { inScratch, newDatabase, withDatabase } from "#bench/faults/parts/scratch";
import { type Figure, none } from "#bench/figures/figure";
import { reviewStream } from "#bench/learners/review-stream";
import { randomFrom } from "#core/random";
import { closeDatabase, type SqliteDatabase } from "#db/client";
import { readLogVersion } from "#db/log-heads";
import { deckCatalog } from "#server/base/catalog";
import { sync } from "#server/log/sync";

const learner = { id: "cut", email: "cut@example.com", tokenHash: "t" };
const cuts = 200;
const commits = 120;
const perCommit = 10;

/** A write-ahead log that ends anywhere: the file opens, and holds the first so many commits, whole. */
export async function cutWal(): Promise<Figure[]> {
  return inScratch(async (folder) => {
    const file = path.join(folder, "whole.db");
    const database = await newDatabase(file, learner.id);
    database.$client.pragma("wal_checkpoint(TRUNCATE)");
    database.$client.pragma("wal_autocheckpoint = 0");
    await write(database);
    // As it stands on the disk while the server runs: closing would take the log in.
    const base = path.join(folder, "base.db");
    for (const part of ["", "-wal"]) copyFileSync(file + part, base + part);
    closeDatabase(database);
    const size = statSync(`${base}-wal`).size;
    const random = randomFrom(7);
    const wrong = { closed: 0, unsound: 0, torn: 0, unfolded: 0 };
    const versions = new Set<number>();
    for (let n = 0; n < cuts; n += 1) {
      const copy = path.join(folder, "cut.db");
      for (const part of ["", "-wal"]) copyFileSync(base + part, copy + part);
      truncateSync(`${copy}-wal`, Math.floor(random() * (size + 1)));
      try {
        await withDatabase(copy, async (cut) => {
          if (!isSound(cut)) wrong.unsound += 1;
          const version = (await readLogVersion(cut, learner.id)) ?? -1;
          versions.add(version);
          if (!isPrefix(cut, version)) wrong.torn += 1;
          if ((await logProblems(cut, learner.id)).length > 0) wrong.unfolded += 1;
        });
      } catch (error) {
        console.log(error instanceof Error ? error.message : error);
        wrong.closed += 1;
      }
    }
    const figure = (name: string, value: number): Figure => {
      return { name: `cut WAL: ${name}`, value, unit: "", goal: none(value) };
    };
    return [
      { name: "cut WAL: places where it was cut", value: cuts, unit: "" },
      { name: "cut WAL: different ends of the log", value: versions.size, unit: "" },
      figure("does not open", wrong.closed),
      figure("integrity faults", wrong.unsound),
      figure("holds part of a commit, or one too many", wrong.torn),
      figure("no fold of the log", wrong.unfolded),
    ];
  });
}

async function write(database: SqliteDatabase): Promise<void> {
  const { deck, cards } = await deckCatalog();
  const now = Date.now();
  const stream = reviewStream({ deck, device: "d", seed: 3, from: now - 4e10 });
  for (let n = 0; n < commits; n += 1) {
    const entries = Array.from({ length: perCommit }, () => stream.next().value);
    await sync(database, {
      account: learner.id,
      device: "d",
      since: n,
      entries,
      learner,
      cards,
      now,
    });
  }
}

/** Every version up to the log's own is there with all its entries, and none after it. */
function isPrefix(database: SqliteDatabase, version: number): boolean {
  const counts = database.$client
    .prepare<[], { version: number; count: number }>(
      "select version, count(*) as count from entries group by version order by version",
    )
    .all();
  return (
    counts.length === version &&
    counts.every((one, place) => one.version === place + 1 && one.count === perCommit)
  );
}
