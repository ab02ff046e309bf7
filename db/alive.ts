import { eq, sql } from "drizzle-orm";
import { writeTogether } from "./batch";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareWrite } from "./prepare-once";
import { attempts } from "./schema";

/** Bytes that have to find a place: more than a page of the database. */
const bytes = 8_192;
const id = "health";

const add = prepareWrite((builder) => builder.insert(attempts).values(placeholders(attempts)));
const remove = prepareWrite((builder) =>
  builder.delete(attempts).where(eq(attempts.id, sql.placeholder("id"))),
);

/**
 * Throws unless something can be stored: it is, on the disk, and is taken away again in the same
 * commit. What place it took is the database's to use for what comes next.
 */
export async function proveStoring(database: Database): Promise<void> {
  const row = { id, key: "0".repeat(bytes), at: 0, expiresAt: 0 };
  await writeTogether(database, [add(database, row), remove(database, { id })]);
}
