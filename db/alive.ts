import { sql } from "drizzle-orm";
import type { Database } from "./client";

/** Throws unless the database answers. */
export async function isAlive(database: Database): Promise<void> {
  await database.get(sql`select 1`);
}
