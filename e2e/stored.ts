import { readFileSync } from "node:fs";
import path from "node:path";
import { type Database, openDatabase } from "#db/client";
import { openUrl } from "#db/samples/open-url";

/** What the server under test stores things in. */
export type Engine = "sqlite" | "postgres";

/** A handle of our own on what the server under test stores. */
export function openStored(engine: Engine): Database {
  if (engine === "sqlite") {
    const { DATA_DIR } = process.env;
    if (!DATA_DIR) throw new Error("DATA_DIR must name the data folder of the server under test");
    return openDatabase(path.join(DATA_DIR, "mooring.db"));
  }
  const { STORIES_DATABASE } = process.env;
  if (!STORIES_DATABASE) throw new Error("STORIES_DATABASE must name the file with its address");
  return openUrl(readFileSync(STORIES_DATABASE, "utf8"));
}
