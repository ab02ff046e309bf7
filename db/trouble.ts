import { databaseText } from "#core/text/site/database-text";
import { postgresCode } from "./postgres/postgres-error";

/** A failure that is not the program's fault, in words for whoever runs or uses it. */
export type DatabaseTrouble = {
  kind: "busy" | "full" | "read-only" | "unreadable" | "not-a-database" | "away";
  words: string;
};

type Known = { kind: DatabaseTrouble["kind"]; text: keyof ReturnType<typeof databaseText> };

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that a user can act on. */
const troubles: Record<string, Known> = {
  SQLITE_BUSY: { kind: "busy", text: "busy" },
  SQLITE_LOCKED: { kind: "busy", text: "locked" },
  SQLITE_FULL: { kind: "full", text: "full" },
  SQLITE_IOERR: { kind: "unreadable", text: "diskFails" },
  SQLITE_READONLY: { kind: "read-only", text: "readOnly" },
  SQLITE_CANTOPEN: { kind: "unreadable", text: "cannotOpen" },
  SQLITE_CORRUPT: { kind: "not-a-database", text: "damaged" },
  SQLITE_NOTADB: { kind: "not-a-database", text: "notADatabase" },
};

/** PostgreSQL's, the first of them ours (./postgres/postgres-error). */
const troublesAway: Record<string, Known> = {
  AWAY: { kind: "away", text: "away" },
  "40001": { kind: "busy", text: "gaveWay" },
  "40P01": { kind: "busy", text: "gaveWay" },
  "55P03": { kind: "busy", text: "gaveWay" },
  "57014": { kind: "busy", text: "gaveWay" },
  "53000": { kind: "busy", text: "gaveWay" },
  "53200": { kind: "busy", text: "gaveWay" },
  "53400": { kind: "busy", text: "gaveWay" },
  "53100": { kind: "full", text: "full" },
  "58000": { kind: "unreadable", text: "diskFails" },
  "58030": { kind: "unreadable", text: "diskFails" },
  "58P01": { kind: "unreadable", text: "diskFails" },
  XX001: { kind: "unreadable", text: "diskFails" },
  XX002: { kind: "unreadable", text: "diskFails" },
};

/** What befell the database, or null when the error is of another sort. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  // SQLite's extended codes carry the primary one in front: SQLITE_BUSY_SNAPSHOT.
  const primary = sqliteCode(error)?.split("_").slice(0, 2).join("_");
  const known = troubles[primary ?? ""] ?? troublesAway[postgresCode(error) ?? ""];
  return known ? { kind: known.kind, words: databaseText()[known.text] } : null;
}

/** Why something failed, for whoever asked for it: in words where they can act on it. */
export function inWords(error: unknown): string {
  return databaseTrouble(error)?.words ?? (error instanceof Error ? error.message : String(error));
}

/** SQLite's result code of an error or of what caused it, or null. */
export function sqliteCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && at.code.startsWith("SQLITE_")) {
      return at.code;
    }
  }
  return null;
}
