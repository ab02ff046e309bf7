import { foldSettings } from "#core/scheduling/settings";
import type { LocalDatabase } from "#local/browser/local-database";
import { type StoreTrouble, troubleOf } from "#local/browser/store-trouble";
import { appendEntries } from "./append-entries";
import { notedDown } from "./journal";
import { readSettings } from "./local-log";

/**
 * Appends what was noted down for a store's owner and never arrived. Gives why the store refused
 * some of it, which then stays noted down; null when it took all.
 */
export async function takeInNotes(
  database: LocalDatabase,
  owner: string,
): Promise<StoreTrouble | null> {
  const notes = notedDown(owner);
  if (notes.length === 0) return null;
  const settings = (await readSettings(database)).filter((entry) => entry.type === "setting");
  const retention = foldSettings(settings).desiredRetention;
  let trouble: StoreTrouble | null = null;
  for (const { note, strike } of notes) {
    try {
      await appendEntries(database, { ...note, retention });
      strike();
    } catch (error) {
      trouble = troubleOf(error);
    }
  }
  return trouble;
}
