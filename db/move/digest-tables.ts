import type { Database } from "#db/client";
import { movedTables, type StoredRow } from "./moved-tables";

/** Rows that are read, and written, at once. */
export const rowsAtOnce = 500;

/** How many rows a table has, and a sum of their hashes in hexadecimal, whatever order they are in. */
export type TableDigest = { name: string; rows: number; hash: string };

/** SHA-256 of a text, in hexadecimal. */
export type Hash = (text: string) => string;

type Digesting = { hash: Hash; tell: (table: string, rows: number) => void };

/** Reads every row of every table. */
export async function digestTables(
  database: Database,
  { hash, tell }: Digesting,
): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const { name, after } of movedTables) {
    let [rows, sum] = [0, 0n];
    for (let row: StoredRow | null = null; ; ) {
      const page: StoredRow[] = await after(database, row, rowsAtOnce);
      for (const one of page) sum += firstBits(hash(JSON.stringify(fitting(one))));
      rows += page.length;
      tell(name, rows);
      row = page.at(-1) ?? null;
      if (page.length < rowsAtOnce) break;
    }
    digests.push({ name, rows, hash: BigInt.asUintN(64, sum).toString(16).padStart(16, "0") });
  }
  return digests;
}

/** A row as every engine can hold it: one takes no NUL, the other reads a text no further than that. */
export function fitting(row: StoredRow): StoredRow {
  const entries = Object.entries(row);
  if (!entries.some(([, value]) => typeof value === "string" && value.includes("\0"))) return row;
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value,
    ]),
  );
}

/** 64 of them. */
const firstBits = (hash: string) => BigInt(`0x${hash.slice(0, 16)}`);
