import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Restored, restore } from "#db/copies/restore";
import { contentsText } from "./contents-text";
import { readRestoreArgs } from "./copies-args";
import { inProject, root } from "./project.mjs";

/**
 * For the operator: `npm run restore -- FILE` puts a backup in the place of the database, while no
 * server runs. What was there before is kept beside it.
 */

function main(args: readonly string[]): number {
  const asked = readRestoreArgs(args);
  if (!asked.ok) {
    console.error(asked.reason);
    return 2;
  }
  const dataDir = path.resolve(root, process.env.DATA_DIR || "data");
  const restored = restore({
    // npm runs scripts in the project's folder; a path is meant from where it was typed.
    backup: path.resolve(process.env.INIT_CWD ?? process.cwd(), asked.value),
    file: path.join(dataDir, "mooring.db"),
    migrations: inProject("db", "migrations"),
    now: Date.now(),
    history: randomBytes(16).toString("hex"),
  });
  if (!restored.ok) {
    console.error(restored.reason);
    return 1;
  }
  console.log(inWords(asked.value, restored));
  return 0;
}

function inWords(backup: string, { contents, kept }: Extract<Restored, { ok: true }>): string {
  return [
    `Restored ${backup}: ${contentsText(contents)}.`,
    ...(kept === null ? [] : [`What was there before is ${kept}.`]),
    "Everybody has to log in again; devices then send again what this backup lacks.",
  ].join("\n");
}

process.exitCode = main(process.argv.slice(2));
