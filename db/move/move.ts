import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { digestTables, fitting, type Hash, rowsAtOnce, type TableDigest } from "./digest-tables";
import { holdFile, holdStill } from "./hold-still";
import { type MovedTable, movedTables, type StoredRow } from "./moved-tables";
import { Refused } from "./refused";
import { isAbsent, unfinishedMove, whileMarked } from "./unfinished";

type Step = "reads" | "writes" | "compares";

export type Moving = {
  from: Database;
  to: Database;
  /** Brings a database up to this version; gives how many migrations of later ones are in it. */
  migrate: (database: Database) => number | Promise<number>;
  hash: Hash;
  /** How many rows of a table are through. */
  tell: (step: Step, table: string, rows: number) => void;
};

export type Moved = { ok: true; tables: TableDigest[] } | { ok: false; reason: string };

/**
 * Copies every row from one database to another, which is empty, both brought up to this version. The
 * first takes no writes meanwhile, and one that is refused is left as it was. What was broken off goes
 * on where it stopped, as long as the first is what it was. In the end both are read, and are told to
 * be the same or not.
 */
export async function move(moving: Moving): Promise<Moved> {
  const { from, to, migrate } = moving;
  try {
    // Others may serve from it meanwhile: what a newer version adds does not keep them from it.
    if (from.engine === "postgres") await bringUp(from, migrate);
    const tables = await holdStill(from, async () => {
      if (from.engine === "sqlite") await bringUp(from, migrate);
      return to.engine === "sqlite" ? holdFile(to, () => copyAll(moving)) : copyAll(moving);
    });
    return { ok: true, tables };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

/** What a later version has added would stay behind. */
async function bringUp(database: Database, migrate: Moving["migrate"]): Promise<void> {
  if ((await migrate(database)) === 0) return;
  throw new Refused("A later version of Mooring has added to a database: move it by that version.");
}

async function copyAll(moving: Moving): Promise<TableDigest[]> {
  const { from, to, hash, tell } = moving;
  const check = () => assertEmpty(to);
  // Before all is read, which may take long, and again once nobody else moves anything into it.
  if ((await unfinishedMove(to)) === null) await check();
  const source = await digestTables(from, { hash, tell: telling(tell, "reads") });
  const run = () => copyInto(moving, source);
  await whileMarked(to, { source: hash(JSON.stringify(source)), check, run });
  return source;
}

const telling = (tell: Moving["tell"], step: Step) => (table: string, rows: number) =>
  tell(step, table, rows);

async function copyInto({ from, to, migrate, hash, tell }: Moving, source: TableDigest[]) {
  await bringUp(to, migrate);
  for (const table of movedTables) {
    await copyTable(table, { from, to, tell: (rows) => tell("writes", table.name, rows) });
  }
  const target = await digestTables(to, { hash, tell: telling(tell, "compares") });
  const unequal = source.filter(({ rows, hash }, place) => {
    const there = target[place];
    return there?.rows !== rows || there.hash !== hash;
  });
  if (unequal.length === 0) return;
  throw new Refused(`Not the same in the target: ${unequal.map(({ name }) => name).join(", ")}.`);
}

async function assertEmpty(database: Database): Promise<void> {
  const held = await tablesWithRows(database);
  if (held.length > 0) throw new Refused(`The target is not empty: ${held.join(", ")}.`);
}

async function tablesWithRows(database: Database): Promise<string[]> {
  const held: string[] = [];
  for (const { name, last } of movedTables) {
    if ((await lastIn(database, last)) !== null) held.push(name);
  }
  return held;
}

/** A database of an earlier version, or a new one, lacks tables. */
async function lastIn(database: Database, last: MovedTable["last"]): Promise<StoredRow | null> {
  try {
    return await last(database);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

type Copying = { from: Database; to: Database; tell: (rows: number) => void };

/** Goes on after the last row that is there: rows are written in the order of their key. */
async function copyTable({ after, last, put }: MovedTable, { from, to, tell }: Copying) {
  let rows = 0;
  for (let row: StoredRow | null = await last(to); ; ) {
    const page: StoredRow[] = await after(from, row, rowsAtOnce);
    if (page.length > 0) {
      await writeTogether(
        to,
        page.map((one) => put(to, fitting(one))),
      );
    }
    rows += page.length;
    tell(rows);
    row = page.at(-1) ?? null;
    if (page.length < rowsAtOnce) return;
  }
}
