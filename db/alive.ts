import { eq, sql } from "drizzle-orm";
import { writeTogether } from "./batch";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareWrite } from "./prepare-once";
import { attempts } from "./schema";

/** Bytes that have to find a place in a file: more than a page of it. */
const bytes = 8_192;

const add = prepareWrite((builder) => builder.insert(attempts).values(placeholders(attempts)));
const remove = prepareWrite((builder) =>
  builder.delete(attempts).where(eq(attempts.id, sql.placeholder("id"))),
);

/**
 * Throws unless something can be stored: it is, on the disk, and is taken away again in the same
 * commit. What place it took is the database's to use for what comes next. `id` is another one for
 * each process: none waits for another.
 */
export async function proveStoring(database: Database, id: string): Promise<void> {
  // PostgreSQL has a log for what is committed, and no key that long.
  const key = database.engine === "sqlite" ? "0".repeat(bytes) : "health";
  const row = { id, key, at: 0, expiresAt: 0 };
  await writeTogether(database, [add(database, row), remove(database, { id })]);
}
