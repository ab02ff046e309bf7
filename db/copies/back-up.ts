import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { inWords } from "#db/trouble";
import { type Contents, checkCopy } from "./check-copy";
import { copyDatabase } from "./copy-database";
import { momentName } from "./moment-name";
import { syncToDisk } from "./sync-to-disk";

export type BackingUp = {
  /** The database, which may be in use. */
  file: string;
  /** Where backups go; made if absent. */
  folder: string;
  /** How many backups the folder keeps, the newest; null for all. */
  keep: number | null;
  /** The present, milliseconds since 1970, which the backup is named by. */
  now: number;
  isLate: () => boolean;
};

export type BackedUp =
  | { ok: true; file: string; bytes: number; contents: Contents; removed: number }
  | { ok: false; reason: string };

/** What backups are called; names of one length, so that their order is that of time. */
const named = /^mooring-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.db$/;

/** No backup takes so long. */
const abandonedMs = 24 * 60 * 60 * 1000;

/**
 * Copies the database into a file that is named by the moment, checks the copy, and only then gives
 * it its name and removes older ones: what has the name of a backup is one.
 */
export async function backUp(asked: BackingUp): Promise<BackedUp> {
  const { file, folder, keep, now, isLate } = asked;
  if (!existsSync(file)) return { ok: false, reason: `There is no database yet: ${file}` };
  const name = `mooring-${momentName(now)}.db`;
  const backup = path.join(folder, name);
  if (existsSync(backup)) return { ok: false, reason: `${backup} is there already.` };
  const draft = `${backup}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await copyDatabase({ from: file, to: draft, isLate });
    const checked = checkCopy(draft);
    if (!checked.ok) return { ok: false, reason: `${file} was not backed up: ${checked.reason}` };
    finish(draft, backup);
    removeAbandoned(folder, now);
    const removed = keep === null ? 0 : removeOld(folder, { keep, made: name });
    const { size } = statSync(backup);
    return { ok: true, file: backup, bytes: size, contents: checked.contents, removed };
  } catch (error) {
    return { ok: false, reason: `${file} was not backed up to ${folder}: ${inWords(error)}` };
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}

/** On the disk before it has its name. */
function finish(draft: string, backup: string): void {
  chmodSync(draft, 0o600);
  syncToDisk(draft);
  renameSync(draft, backup);
  syncToDisk(path.dirname(backup));
}

/** What a backup left that was ended before it was through, if that is long ago. */
function removeAbandoned(folder: string, now: number): void {
  const drafts = readdirSync(folder).filter(
    (name) => /\.part$/.test(name) && named.test(name.slice(0, -5)),
  );
  for (const file of drafts.map((name) => path.join(folder, name))) {
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - modified > abandonedMs) rmSync(file, { force: true });
  }
}

/**
 * Removes all but the newest backups and the one just made, whatever the clock said then; other files
 * of the folder are left alone.
 */
function removeOld(folder: string, { keep, made }: { keep: number; made: string }): number {
  const others = readdirSync(folder)
    .filter((name) => named.test(name) && name !== made)
    .sort();
  const old = others.slice(0, Math.max(0, others.length - (keep - 1)));
  for (const name of old) rmSync(path.join(folder, name));
  return old.length;
}
