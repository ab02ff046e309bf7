import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase, openDatabase } from "#db/client";
import { migrationsFolder } from "#db/memory-database";
import { migrate } from "#db/migrate";
import { addSession } from "#db/sessions";
import { addUser } from "#db/users";
import { type BackedUp, backUp } from "./back-up";
import { type Restored, restore } from "./restore";

/** For the tests of copies: a folder with a database in it. */
export type Place = {
  dir: string;
  file: string;
  /** Where backups go. */
  folder: string;
  /** The last moment at which something was asked for, milliseconds. */
  moment: () => number;
  backedUp: (asked?: Partial<Parameters<typeof backUp>[0]>) => Promise<BackedUp>;
  /** The file of a new backup. */
  someBackup: () => Promise<string>;
  restored: (backup: string) => Restored;
  remove: () => void;
};

/** A place whose database holds one account, ann's. */
export async function newPlace(): Promise<Place> {
  const dir = mkdtempSync(path.join(tmpdir(), "mooring-copies-"));
  const [file, folder] = [path.join(dir, "mooring.db"), path.join(dir, "backups")];
  let moment = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const backedUp: Place["backedUp"] = (asked = {}) => {
    moment += 1000;
    return backUp({ file, folder, keep: null, now: moment, isLate: () => false, ...asked });
  };
  await holding(file, "ann");
  return {
    ...{ dir, file, folder, backedUp },
    moment: () => moment,
    someBackup: async () => {
      const made = await backedUp();
      if (!made.ok) throw new Error(made.reason);
      return made.file;
    },
    restored: (backup) => {
      moment += 1000;
      const migrations = migrationsFolder;
      return restore({ backup, file, migrations, now: moment, history: `h${moment}` });
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Adds an account, with a session of its own, to the database. */
export async function holding(file: string, id: string): Promise<void> {
  const database = openDatabase(file);
  migrate(database, migrationsFolder);
  await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
  const session = { tokenHash: id, userId: id, createdAt: 0, expiresAt: 9e15, lastSeenAt: 0 };
  await addSession(database, session);
  closeDatabase(database);
}

/** A program of its own that has the database open; resolves when it has. */
export async function otherProcess(file: string, program: string): Promise<ChildProcess> {
  const open = `const db = new (require("better-sqlite3"))(${JSON.stringify(file)});`;
  const child = spawn(process.execPath, ["-e", `${open}${program};console.log("open")`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

/** Ends it at once, whatever it does. */
export async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Overwrites what lies behind the first page. */
export function damage(target: string): void {
  const handle = openSync(target, "r+");
  const { size } = statSync(target);
  for (let at = 4096; at < size; at += 512) writeSync(handle, "garbage!", at);
  closeSync(handle);
}
