import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
  unwrap,
  wrap,
} from "idb";
import type { Gap } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import { StoreError, troubleOpening } from "./store-trouble";

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
  /** Of which history of the server's log that is; absent where it has had one only. */
  history: string;
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
export type StoreName = StoreNames<LocalSchema>;
export type Transaction<
  Names extends readonly StoreName[],
  Mode extends IDBTransactionMode,
> = IDBPTransaction<LocalSchema, Names, Mode>;

/** Each account has a database of its own in this browser, and so has the guest. */
export function databaseName(owner: string): string {
  return `mooring-${owner}`;
}

/**
 * Opens the browser's store of one owner, making it when it is not there. Rejects with a
 * `StoreError` where the browser refuses.
 */
export async function openLocalDatabase(owner: string): Promise<LocalDatabase> {
  return openStore(owner, { made: () => undefined, lost: () => undefined });
}

export type StoreEvents = {
  /** It was not there and is being made: nothing is in it. It takes longer until it is open. */
  made: () => void;
  /** The browser has closed it. */
  lost: () => void;
};

/** The same; calls back about what becomes of it. */
export async function openStore(owner: string, events: StoreEvents): Promise<LocalDatabase> {
  try {
    return await open(owner, events);
  } catch (cause) {
    throw new StoreError(troubleOpening(cause), cause);
  }
}

async function open(owner: string, { made, lost }: StoreEvents): Promise<LocalDatabase> {
  const database = await openDB<LocalSchema>(databaseName(owner), 2, {
    upgrade(raised, before, _version, tx) {
      if (before < 1) {
        createStores(raised);
        made();
      }
      // That it was cut off the opening tells.
      tx.done.catch(() => undefined);
      // Voids, by what they take back.
      tx.objectStore("entries").createIndex("target", "entry.target");
    },
    // Another tab wants to remove it, or has a newer version, and waits until nobody has it open.
    blocking(_current, wanted, event) {
      (event.target as IDBDatabase).close();
      // Of one that is removed nothing is to be made again unasked.
      if (wanted !== null) lost();
    },
    // Cleared by the person or the browser, or its process ended.
    terminated: lost,
  });
  quieten(database);
  return database;
}

/**
 * Whoever needs a transaction waits for its requests, which tell what became of it. Its end, which
 * the library makes a promise of, must not be thrown at the page beside them.
 */
function quieten(database: LocalDatabase): void {
  const raw = unwrap(database);
  const begin = raw.transaction.bind(raw);
  raw.transaction = (...asked) => {
    const tx = begin(...asked);
    wrap(tx).done.catch(() => undefined);
    return tx;
  };
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
