import { foldSettings } from "#core/scheduling/settings";
import { appendEntries } from "./append-entries";
import { notedDown } from "./journal";
import type { LocalDatabase } from "./local-database";
import { readSettings } from "./local-log";

/**
 * Appends what was noted down for a store's owner and never arrived. False when the store refused
 * some of it, which then stays noted down.
 */
export async function takeInNotes(database: LocalDatabase, owner: string): Promise<boolean> {
  const notes = notedDown(owner);
  if (notes.length === 0) return true;
  const settings = (await readSettings(database)).filter((entry) => entry.type === "setting");
  const retention = foldSettings(settings).desiredRetention;
  let all = true;
  for (const { note, strike } of notes) {
    try {
      await appendEntries(database, { ...note, retention });
      strike();
    } catch {
      all = false;
    }
  }
  return all;
}
