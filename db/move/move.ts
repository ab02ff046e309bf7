import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { digestTables, fitting, type Hash, rowsAtOnce, type TableDigest } from "./digest-tables";
import { holdStill, InUse } from "./hold-still";
import { type MovedTable, movedTables, type StoredRow } from "./moved-tables";
import { beginMove, endMove, unfinishedMove } from "./unfinished";

type Step = "reads" | "writes" | "compares";

export type Moving = {
  from: Database;
  to: Database;
  hash: Hash;
  /** How many rows of a table are through. */
  tell: (step: Step, table: string, rows: number) => void;
};

export type Moved = { ok: true; tables: TableDigest[] } | { ok: false; reason: string };

/**
 * Copies every row from one database to another, both of this version, of which the second is empty.
 * The first takes no writes meanwhile. What was broken off goes on where it stopped, as long as the
 * first is what it was. In the end both are read, and are told to be the same or not.
 */
export async function move(moving: Moving): Promise<Moved> {
  try {
    return await holdStill(moving.from, () => copyAll(moving));
  } catch (error) {
    if (error instanceof InUse) return refused(error.message);
    throw error;
  }
}

const refused = (reason: string): Moved => ({ ok: false, reason });

async function copyAll({ from, to, hash, tell }: Moving): Promise<Moved> {
  const telling = (step: Step) => (table: string, rows: number) => tell(step, table, rows);
  const source = await digestTables(from, { hash, tell: telling("reads") });
  const name = hash(JSON.stringify(source));
  const begun = await unfinishedMove(to);
  if (begun === null) {
    const held = await tablesWithRows(to);
    if (held.length > 0) return refused(`The target is not empty: ${held.join(", ")}.`);
    await beginMove(to, name);
  } else if (begun !== name) {
    return refused(
      "The target holds a part of another source, or of what this one was before: empty it first.",
    );
  }
  for (const table of movedTables) {
    await copyTable(table, { from, to, tell: (rows) => tell("writes", table.name, rows) });
  }
  const target = await digestTables(to, { hash, tell: telling("compares") });
  const unequal = source.filter(({ rows, hash }, place) => {
    const there = target[place];
    return there?.rows !== rows || there.hash !== hash;
  });
  if (unequal.length > 0) {
    return refused(`Not the same in the target: ${unequal.map(({ name }) => name).join(", ")}.`);
  }
  await endMove(to);
  return { ok: true, tables: target };
}

async function tablesWithRows(database: Database): Promise<string[]> {
  const held: string[] = [];
  for (const { name, last } of movedTables) {
    if ((await last(database)) !== null) held.push(name);
  }
  return held;
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
