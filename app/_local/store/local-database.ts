import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Gap } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import { browserText } from "#core/text/account/browser-text";

/** An entry as the browser keeps it; `unsent` is absent once the server has it. */
export type StoredEntry = {
  id: string;
  entry: Entry;
  /** Study day of a review, day of the device's clock for any other entry. */
  day: number;
  /** The quiz it belongs to, so that a quiz is found without reading the whole log. */
  quiz?: string;
  /** Present on settings, so that they are found without reading the whole log. */
  setting?: 1;
  unsent?: 1;
};

export type Meta = {
  device: { id: string; sequence: number };
  /** The server's last change that this browser knows. */
  cursor: number;
  /** What this browser has not been told yet of the changes up to the cursor. */
  gap: Gap;
  /** When everything was last known to be on the server, milliseconds since 1970. */
  savedAt: number;
  /** Of a guest's store: by account and device, the last entry that its learner left out. */
  leftOut: Record<string, Record<string, number>>;
  /** When this browser last asked the server whether both hold the same, milliseconds since 1970. */
  comparedAt: number;
};

interface LocalSchema extends DBSchema {
  states: { key: string; value: { card: string; state: CardState } };
  entries: {
    key: string;
    value: StoredEntry;
    indexes: { day: number; unsent: number; quiz: string; setting: number; target: string };
  };
  meta: { key: string; value: Meta[keyof Meta] };
}

export type LocalDatabase = IDBPDatabase<LocalSchema>;

/** Each account has a database of its own in this browser, and so has the guest. */
export function databaseName(owner: string): string {
  return `mooring-${owner}`;
}

/**
 * Opens the browser's store of one owner, making it when it is not there. Rejects in words for the
 * learner where the browser refuses.
 */
export async function openLocalDatabase(owner: string): Promise<LocalDatabase> {
  try {
    return await open(owner);
  } catch (cause) {
    throw new Error(browserText().cannotOpen, { cause });
  }
}

function open(owner: string): Promise<LocalDatabase> {
  return openDB<LocalSchema>(databaseName(owner), 2, {
    upgrade(database, before, _version, tx) {
      if (before < 1) createStores(database);
      // Voids, by what they take back.
      tx.objectStore("entries").createIndex("target", "entry.target");
    },
    // Another tab wants to remove it and waits until nobody has it open; this tab reloads then.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

function createStores(database: LocalDatabase): void {
  database.createObjectStore("states", { keyPath: "card" });
  const entries = database.createObjectStore("entries", { keyPath: "id" });
  entries.createIndex("day", "day");
  entries.createIndex("unsent", "unsent");
  entries.createIndex("quiz", "quiz");
  entries.createIndex("setting", "setting");
  database.createObjectStore("meta");
}

/** Removes one owner's store from this browser, sent or not. */
export function deleteLocalDatabase(owner: string): Promise<void> {
  return deleteDB(databaseName(owner));
}
