import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";

/**
 * What statements are built with: the same calls on every engine, typed as Drizzle types them for
 * SQLite. Only ./prepare-once hands it out, so that every statement is built there.
 */
export type Builder = Pick<BetterSQLite3Database, "select" | "insert" | "update" | "delete">;
