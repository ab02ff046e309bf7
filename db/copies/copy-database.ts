import { closeSync, openSync } from "node:fs";
import SQLite from "better-sqlite3";

/** All that is left to copy, in one step: a step reads one moment of the database. */
const allPages = 2 ** 31 - 1;

type Copying = {
  from: string;
  /** Made by this; it must not be there. */
  to: string;
  /** Whether it has taken too long; asked before each try. */
  isLate: () => boolean;
};

/**
 * Copies a database as it is at one moment into a file of its own, for its owner alone, while others
 * read and write it. One step reads all: with several, a database that is written all the time would
 * be begun again and again. Nobody has to wait for it meanwhile, since a WAL has room for writers.
 */
export async function copyDatabase({ from, to, isLate }: Copying): Promise<void> {
  const source = new SQLite(from, { fileMustExist: true });
  try {
    closeSync(openSync(to, "wx", 0o600));
    await source.backup(to, {
      progress: () => {
        if (isLate()) throw new Error("The copy took too long and was given up.");
        return allPages;
      },
    });
  } finally {
    source.close();
  }
  const copy = new SQLite(to);
  try {
    // One file that holds all, and needs none beside it.
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
