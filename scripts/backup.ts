import path from "node:path";
import { counted } from "#core/text/counted";
import { backUp } from "#db/copies/back-up";
import { contentsText } from "./contents-text";
import { readBackupArgs } from "./copies-args";
import { databaseFile, dataDir, elsewhere } from "./stored-database";

/**
 * For the operator: `npm run backup` copies the database while the server runs, into a file named by
 * the moment; `-- --to FOLDER` puts it elsewhere than into DATA_DIR/backups, `-- --keep 14` removes
 * all but the newest 14.
 */

/** Longer than any database of ours takes to copy, milliseconds. */
const longest = 10 * 60 * 1000;

async function main(args: readonly string[]): Promise<number> {
  const asked = readBackupArgs(args);
  if (!asked.ok) return fail(asked.reason, 2);
  const { to, keep } = asked.value;
  const isElsewhere = elsewhere(
    "Back it up by its own tools: pg_dump for a copy, the archive of its log for every moment; docs/scale.md tells how.",
  );
  if (isElsewhere !== null) return fail(isElsewhere);
  const folder = to === null ? path.join(dataDir(), "backups") : path.resolve(calledFrom(), to);
  const now = Date.now();
  const isLate = () => Date.now() - now > longest;
  const backedUp = await backUp({
    file: databaseFile(),
    folder,
    keep,
    now,
    isLate,
  });
  if (!backedUp.ok) return fail(backedUp.reason);
  const { file, bytes, contents, removed } = backedUp;
  console.log(`${file}: ${(bytes / 1e6).toFixed(1)} MB, ${contentsText(contents)}. It is sound.`);
  if (removed > 0) console.log(`Removed ${counted(removed, "older backup")}.`);
  return 0;
}

/** npm runs scripts in the project's folder; a path is meant from where it was typed. */
function calledFrom(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

function fail(reason: string, code = 1): number {
  console.error(reason);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
