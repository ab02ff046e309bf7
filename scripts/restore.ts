import { randomBytes } from "node:crypto";
import path from "node:path";
import { writeTogether } from "#db/batch";
import { forgetPassing } from "#db/copies/passing";
import { type Restored, restore } from "#db/copies/restore";
import { beginHistory } from "#db/histories";
import { contentsText } from "./contents-text";
import { readRestoreArgs } from "./copies-args";
import { inProject } from "./project.mjs";
import { databaseFile, elsewhere, withStored } from "./stored-database";

/**
 * For the operator: `npm run restore -- FILE` puts a backup in the place of the database, while no
 * server runs. What was there before is kept beside it. A PostgreSQL is put back by its own tools;
 * `npm run restore -- --put-back` then does there what else a restored database needs.
 */

async function main(args: readonly string[]): Promise<number> {
  const asked = readRestoreArgs(args);
  if (!asked.ok) return fail(asked.reason, 2);
  if ("isPutBack" in asked.value) return putBack();
  const isElsewhere = elsewhere(
    'Put its backup back by its own tools while no server runs, and then say "npm run restore -- --put-back".',
  );
  if (isElsewhere !== null) return fail(isElsewhere);
  const { file } = asked.value;
  const restored = restore({
    // npm runs scripts in the project's folder; a path is meant from where it was typed.
    backup: path.resolve(process.env.INIT_CWD ?? process.cwd(), file),
    file: databaseFile(),
    migrations: inProject("db", "migrations"),
    now: Date.now(),
    history: newHistory(),
  });
  if (!restored.ok) return fail(restored.reason);
  console.log(inWords(file, restored));
  return 0;
}

const newHistory = () => randomBytes(16).toString("hex");
const whatFollows =
  "Everybody has to log in again; devices then send again what this backup lacks.";

/** Sessions end, some of which may have been ended since the backup, and another history begins. */
async function putBack(): Promise<number> {
  if (!process.env.DATABASE_URL)
    return fail("--put-back is for a database that DATABASE_URL names.");
  try {
    await withStored("histories", (database) =>
      writeTogether(database, [
        ...forgetPassing(database),
        ...beginHistory(database, { id: newHistory(), at: Date.now() }),
      ]),
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  console.log(whatFollows);
  return 0;
}

function inWords(backup: string, { contents, kept }: Extract<Restored, { ok: true }>): string {
  return [
    `Restored ${backup}: ${contentsText(contents)}.`,
    ...(kept === null ? [] : [`What was there before is ${kept}.`]),
    whatFollows,
  ].join("\n");
}

function fail(reason: string, code = 1): number {
  console.error(reason);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
