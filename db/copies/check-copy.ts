import { existsSync, statSync } from "node:fs";
import SQLite from "better-sqlite3";
import { databaseTrouble } from "#db/trouble";

/** What a sound copy holds. */
export type Contents = {
  accounts: number;
  entries: number;
  /** When the newest entry was received, milliseconds since 1970; null where there is none. */
  newest: number | null;
};

export type Checked = { ok: true; contents: Contents } | { ok: false; reason: string };

/** Tables that every version of Mooring has had. */
const tables = ["users", "entries", "__drizzle_migrations"];

/**
 * Reads a copy through, every page and every reference. Says in words why it is no sound database of
 * Mooring's. Whoever wants the file untouched has a copy of it checked: a log beside it is taken in.
 */
export function checkCopy(file: string): Checked {
  if (!existsSync(file)) return { ok: false, reason: "there is no such file." };
  if (!statSync(file).isFile()) return { ok: false, reason: "it is no file." };
  let client: SQLite.Database | null = null;
  try {
    client = new SQLite(file, { fileMustExist: true });
    const reason = whyNotSound(client);
    return reason === null ? { ok: true, contents: contentsOf(client) } : { ok: false, reason };
  } catch (error) {
    const trouble = databaseTrouble(error);
    if (!trouble) throw error;
    return { ok: false, reason: trouble.words };
  } finally {
    client?.close();
  }
}

/** Null for a sound one. */
function whyNotSound(client: SQLite.Database): string | null {
  const found = client.pragma("integrity_check(1)", { simple: true });
  if (found !== "ok") return `it is damaged: ${String(found)}`;
  const names = new Set(client.prepare("select name from sqlite_master").pluck().all());
  const missing = tables.filter((table) => !names.has(table));
  if (missing.length > 0) return "it holds no data of Mooring's.";
  const dangling = client.pragma("foreign_key_check") as unknown[];
  return dangling.length === 0 ? null : "it is damaged: it has rows without their owner.";
}

function contentsOf(client: SQLite.Database): Contents {
  const sql = `select (select count(*) from users) as accounts, count(*) as entries,
    max(received_at) as newest from entries`;
  return client.prepare(sql).get() as Contents;
}
