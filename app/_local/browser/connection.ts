import { type LocalDatabase, openStore } from "./local-database";

type Connection = { owner: string; opening: Promise<LocalDatabase> };

let connection: Connection | null = null;
/** Owners whose store this page has had open: one that is not there any more was cleared. */
const seen = new Set<string>();
/** Owners whose store was cleared under the page, until the page has seen to it. */
const cleared = new Set<string>();
let onLost: (owner: string) => void = () => undefined;

/** Calls back when the browser has closed the connection to an owner's store. */
export function watchConnection(lost: (owner: string) => void): void {
  onLost = lost;
}

/**
 * The connection to an owner's store, the same each time; a new one where the browser closed it.
 * Rejects with a `StoreError`; the next call tries again.
 */
export async function connect(owner: string): Promise<LocalDatabase> {
  const known = connection;
  if (known?.owner !== owner) return open(owner);
  const database = await known.opening;
  if (isOpen(database)) return database;
  if (connection === known) connection = null;
  return connect(owner);
}

/**
 * Runs on the connection to an owner's store, and once more where the browser closed that meanwhile.
 * So what is run has to come to the same when it is run twice.
 */
export async function withStore<Given>(
  owner: string,
  run: (database: LocalDatabase) => Promise<Given>,
): Promise<Given> {
  const database = await connect(owner);
  try {
    return await run(database);
  } catch (error) {
    if (isOpen(database)) throw error;
    return run(await connect(owner));
  }
}

/** Lets go of the store: what becomes of it from now on is no surprise. */
export async function closeConnection(): Promise<void> {
  const opened = connection?.opening;
  connection = null;
  seen.clear();
  cleared.clear();
  (await opened?.catch(() => null))?.close();
}

/** Whether the store was cleared under the page and what is known of it was not put back yet. */
export function isCleared(owner: string): boolean {
  return cleared.has(owner);
}

export function forgetCleared(owner: string): void {
  cleared.delete(owner);
}

function open(owner: string): Promise<LocalDatabase> {
  const opening = openAnew(owner);
  connection = { owner, opening };
  opening.catch(() => {
    if (connection?.opening === opening) connection = null;
  });
  return opening;
}

async function openAnew(owner: string): Promise<LocalDatabase> {
  const { database, isNew } = await openStore(owner, () => onLost(owner));
  if (isNew && seen.has(owner)) cleared.add(owner);
  seen.add(owner);
  return database;
}

/** Not every browser tells when it closes a connection, but none begins a transaction on it then. */
function isOpen(database: LocalDatabase): boolean {
  try {
    database.transaction("meta");
    return true;
  } catch {
    return false;
  }
}
