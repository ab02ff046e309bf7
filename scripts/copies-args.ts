import { parseArgs } from "node:util";

/** What `npm run backup` was asked for. */
export type BackupArgs = { to: string | null; keep: number | null };

type Read<T> = { ok: true; value: T } | { ok: false; reason: string };

const backupUsage = "npm run backup -- [--to FOLDER] [--keep NUMBER]";
const restoreUsage = "npm run restore -- FILE, or with DATABASE_URL npm run restore -- --put-back";

export function readBackupArgs(args: readonly string[]): Read<BackupArgs> {
  const options = { to: { type: "string" }, keep: { type: "string" } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    const { to = null, keep } = values;
    if (to === "") return { ok: false, reason: `--to names no folder. ${usage(backupUsage)}` };
    if (keep === undefined) return { ok: true, value: { to, keep: null } };
    if (!/^[1-9]\d{0,4}$/.test(keep)) {
      const reason = `--keep must be a whole number from 1 to 99999, and is "${keep}".`;
      return { ok: false, reason };
    }
    return { ok: true, value: { to, keep: Number(keep) } };
  } catch (error) {
    return { ok: false, reason: `${wordsOf(error)} ${usage(backupUsage)}` };
  }
}

/** Gives the file to restore, or that a PostgreSQL was put back by its own tools. */
export function readRestoreArgs(
  args: readonly string[],
): Read<{ file: string } | { isPutBack: true }> {
  const options = { "put-back": { type: "boolean" } } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    const isPutBack = values["put-back"] === true;
    if (isPutBack && positionals.length === 0) return { ok: true, value: { isPutBack } };
    if (file && positionals.length === 1 && !isPutBack) return { ok: true, value: { file } };
    return { ok: false, reason: `One backup has to be named. ${usage(restoreUsage)}` };
  } catch (error) {
    return { ok: false, reason: `${wordsOf(error)} ${usage(restoreUsage)}` };
  }
}

const usage = (line: string): string => `Usage: ${line}`;

/** Node explains after its first sentence how to pass what nobody means to pass. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  return `${error.message.split(/\.(?:\s|$)/)[0]}.`;
}
