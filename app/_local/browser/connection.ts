import { type LocalDatabase, openStore } from "./local-database";

type Connection = {
  owner: string;
  opening: Promise<LocalDatabase>;
  /** Whether the store was not there: true as soon as it is being made, before it is open. */
  isMade: Promise<boolean>;
  isMadeHere: boolean;
  /** Somebody has it and may have written something. */
  isHanded: boolean;
};

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
  if (known?.owner !== owner) return handOut(open(owner));
  const database = await handOut(known);
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

/**
 * Whether an owner's store is only being made, by this page, so that there is nothing in it to be
 * read. This is known some time before the store is open. Never rejects.
 */
export async function isBeingMade(owner: string): Promise<boolean> {
  const asked = connection?.owner === owner ? connection : open(owner);
  const isMade = await asked.isMade;
  return isMade && !asked.isHanded && connection === asked;
}

/** Whether this page made the store that it has of an owner, and no other was opened since. */
export function isMadeHere(owner: string): boolean {
  return connection?.owner === owner && connection.isMadeHere;
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

async function handOut(asked: Connection): Promise<LocalDatabase> {
  const database = await asked.opening;
  asked.isHanded = true;
  return database;
}

function open(owner: string): Connection {
  let told: (isMade: boolean) => void = () => undefined;
  const isMade = new Promise<boolean>((tell) => {
    told = tell;
  });
  const opening = openStore(owner, {
    made: () => {
      if (seen.has(owner)) cleared.add(owner);
      asked.isMadeHere = !cleared.has(owner);
      told(asked.isMadeHere);
    },
    lost: () => onLost(owner),
  });
  const asked: Connection = { owner, opening, isMade, isMadeHere: false, isHanded: false };
  connection = asked;
  opening.then(
    () => {
      seen.add(owner);
      told(false);
    },
    () => {
      if (connection === asked) connection = null;
      told(false);
    },
  );
  return asked;
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
