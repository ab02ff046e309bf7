/** A failure that is not the program's fault, in words for whoever runs or uses it. */
export type DatabaseTrouble = {
  kind: "busy" | "full" | "read-only" | "unreadable" | "not-a-database";
  words: string;
};

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that a user can act on. */
const troubles: Record<string, DatabaseTrouble> = {
  SQLITE_BUSY: { kind: "busy", words: "another process is writing to it; try again in a moment." },
  SQLITE_LOCKED: { kind: "busy", words: "another process holds it; try again in a moment." },
  SQLITE_FULL: { kind: "full", words: "the disk is full; nothing was stored." },
  SQLITE_IOERR: { kind: "unreadable", words: "the disk cannot be read or written." },
  SQLITE_READONLY: { kind: "read-only", words: "it may be read but not written." },
  SQLITE_CANTOPEN: { kind: "unreadable", words: "the file cannot be opened or made." },
  SQLITE_CORRUPT: { kind: "not-a-database", words: "the file is damaged." },
  SQLITE_NOTADB: { kind: "not-a-database", words: "the file is not a database." },
};

/** What befell the database, or null when the error is of another sort. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  // Extended codes carry the primary one in front: SQLITE_BUSY_SNAPSHOT.
  const primary = code.split("_").slice(0, 2).join("_");
  return troubles[primary] ?? null;
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
