import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { closeDatabase, openDatabase } from "#db/client";
import { beginHistory } from "#db/histories";
import { migrate } from "#db/migrate";
import { databaseTrouble, inWords, sqliteCode } from "#db/trouble";
import { runWrite } from "#db/write";
import { type Contents, checkCopy } from "./check-copy";
import { momentName } from "./moment-name";
import { forgetPassing } from "./passing";
import { syncToDisk } from "./sync-to-disk";

export type Restoring = {
  backup: string;
  /** The database that the backup takes the place of. */
  file: string;
  /** The folder of the migrations. */
  migrations: string;
  /** The present, milliseconds since 1970, and an id that no restoring had before. */
  now: number;
  history: string;
};

export type Restored =
  /** `kept` is what was there before, under its new name; null where nothing was. */
  { ok: true; contents: Contents; kept: string | null } | { ok: false; reason: string };

/** What stands beside a database file while it is in use, or was not closed. */
const beside = ["-wal", "-shm", "-journal"];

/**
 * Puts a backup in the place of the database, of which nobody may make use meanwhile. Everything is
 * done to a copy first: it is checked, brought up to date, and given another history, and all
 * sessions in it end, since some of them may have been ended after the backup. What was there before
 * is kept under another name.
 */
export function restore(asked: Restoring): Restored {
  const { backup, file } = asked;
  const moment = momentName(asked.now);
  const draft = `${file}.${moment}.part`;
  try {
    if (isSame(backup, file)) return refused(`${backup} is the database itself.`);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const checked = copyChecked(backup, draft);
    if (!checked.ok) return refused(`${backup} cannot be restored: ${checked.reason}`);
    bringUp(draft, asked);
    const kept = `${file}.replaced-${moment}`;
    giveToOwnerOf(file, draft);
    const swapped = existsSync(file) ? swap({ file, draft, kept }) : putFirst(draft, file);
    if (!swapped) return refused(`${file} is in use: end the server, and what else has it open.`);
    return { ok: true, contents: checked.contents, kept: existsSync(kept) ? kept : null };
  } catch (error) {
    return refused(`${backup} cannot be restored: ${inWords(error)}`);
  } finally {
    for (const suffix of ["", ...beside]) rmSync(draft + suffix, { force: true });
  }
}

const refused = (reason: string): Restored => ({ ok: false, reason });

function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

/** The backup stays as it is; what its log still holds, where it was copied by hand, goes along. */
function copyChecked(backup: string, draft: string) {
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) return checkCopy(backup);
  copyFileSync(backup, draft);
  if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${draft}-wal`);
  chmodSync(draft, 0o600);
  return checkCopy(draft);
}

function bringUp(draft: string, { migrations, history, now }: Restoring): void {
  const database = openDatabase(draft);
  try {
    migrate(database, migrations);
    const writes = [
      ...forgetPassing(database),
      ...beginHistory(database, { id: history, at: now }),
    ];
    database.$client.transaction(() => {
      for (const write of writes) runWrite(write);
    })();
  } finally {
    closeDatabase(database);
  }
  syncToDisk(draft);
}

function putFirst(draft: string, file: string): true {
  // A log without its database belongs to nothing, and must not be taken for the new one's.
  for (const suffix of beside) rmSync(file + suffix, { force: true });
  renameSync(draft, file);
  syncToDisk(path.dirname(file));
  return true;
}

/** The user that the server runs as has to read it, whoever restores it. */
function giveToOwnerOf(file: string, draft: string): void {
  const owned = statSync(existsSync(file) ? file : path.dirname(file));
  const { uid } = statSync(draft);
  if (uid === 0 && owned.uid !== uid) chownSync(draft, owned.uid, owned.gid);
}

type Swap = { file: string; draft: string; kept: string };

/** False, with nothing changed, where another process has the database open. */
function swap({ file, draft, kept }: Swap): boolean {
  const alone = takeAlone(file);
  if (alone === "in use") return false;
  try {
    for (const suffix of beside) {
      if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
    }
    renameSync(file, kept);
    renameSync(draft, file);
    syncToDisk(path.dirname(file));
  } finally {
    alone?.close();
  }
  return true;
}

/**
 * Makes one file of a database and keeps everybody else out of it until it is closed. To leave WAL
 * needs a lock that no other connection grants, however idle it is. Null for a file that is damaged:
 * that is no reason not to put a sound one in its place.
 */
function takeAlone(file: string): SQLite.Database | "in use" | null {
  let client: SQLite.Database | null = null;
  try {
    client = new SQLite(file, { timeout: 200 });
    client.pragma("journal_mode = DELETE");
    client.exec("begin exclusive");
    return client;
  } catch (error) {
    client?.close();
    if (sqliteCode(error)?.startsWith("SQLITE_BUSY")) return "in use";
    if (databaseTrouble(error)?.kind === "not-a-database") return null;
    throw error;
  }
}
