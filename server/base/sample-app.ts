import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase } from "#db/client";
import { emptyAddress } from "#db/sample-database";
import { database, prepareDatabase } from "./database";

/**
 * For tests that go through the app's own handle: settings with a place of their own, on the engine
 * that they run on. `end` closes the handle and removes the place.
 */
export async function startSample(): Promise<{ dir: string; end: () => Promise<void> }> {
  const dir = mkdtempSync(path.join(tmpdir(), "mooring-app-"));
  process.env.DATA_DIR = dir;
  const url = await emptyAddress();
  if (url) {
    process.env.DATABASE_URL = url;
    process.env.AUTH_SECRET = "a secret of the tests, long enough";
  }
  await prepareDatabase();
  const end = async () => {
    await closeDatabase(database());
    // What is loaded anew for the next file finds none, and opens its own.
    Reflect.deleteProperty(globalThis, Symbol.for("mooring.database"));
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, end };
}
