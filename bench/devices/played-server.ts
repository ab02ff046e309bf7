import { rmSync } from "node:fs";
import path from "node:path";
import { protocol } from "#core/log/protocol";
import type {
  CompareRequest,
  CompareResponse,
  SyncRequest,
  SyncResponse,
} from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import { closeDatabase, openDatabase, type SqliteDatabase } from "#db/client";
import { backUp } from "#db/copies/back-up";
import { restore } from "#db/copies/restore";
import { readLog } from "#db/entries";
import { migrate } from "#db/migrate";
import { addUser } from "#db/users";
import { makePace } from "#server/base/give-way";
import { type compare, compareRequest, readHeld } from "#server/log/compare";
import { type Caches, cards, rebuilt, storedOf } from "#server/log/sample-sync";
import { type sync, syncRequest } from "#server/log/sync";

/** What answers a request: the server's own `sync`, or one that is broken on purpose. */
export type Store = typeof sync;

/** What answers a comparison: the server's own `compare`, or one that is broken on purpose. */
export type Comparer = typeof compare;

/** The server's code on a database file of its own, with no HTTP between. */
export type PlayedServer = {
  addLearner: (id: string) => Promise<void>;
  /** Rejects when the server is restarted before it has answered. */
  exchange: (store: Store, request: SyncRequest, now: number) => Promise<SyncResponse>;
  /** Rejects as an exchange does. */
  compare: (comparer: Comparer, request: CompareRequest, now: number) => Promise<CompareResponse>;
  /** Ends and starts again; what is not committed by now never will be. */
  restart: () => void;
  /** Takes a backup, and puts the last one back, as an operator does. */
  backUp: (now: number) => Promise<void>;
  goBack: (now: number) => void;
  /** The log, what is stored beside it, and what a plain fold of that log gives. */
  held: (learner: string) => Promise<{ log: Entry[]; stored: Caches; folded: Caches }>;
  close: () => void;
};

/** What one answer holds: little, so that a device has to ask for more. */
const size = { entries: 40, bytes: 30_000 };

const migrations = path.join(import.meta.dirname, "..", "..", "db", "migrations");

/** Starts on a new file in a folder. */
export function startPlayedServer(folder: string): PlayedServer {
  const file = path.join(folder, "played.db");
  let database = open(file);
  migrate(database, migrations);
  let backup = "";
  let moments = 0;
  return {
    addLearner: (id) => addLearner(database, id),
    exchange: (store, request, now) => exchange(database, { store, request, now }),
    compare: (comparer, request, now) => compareWith(database, { comparer, request, now }),
    restart: () => {
      closeDatabase(database);
      database = open(file);
    },
    backUp: async (now) => {
      const made = await backUp({
        file,
        folder,
        keep: 1,
        now: now + moments++,
        isLate: () => false,
      });
      if (!made.ok) throw new Error(made.reason);
      backup = made.file;
    },
    goBack: (now) => {
      closeDatabase(database);
      const history = `history-${moments++}`;
      const done = restore({ backup, file, migrations, now: now + moments, history });
      if (!done.ok) throw new Error(done.reason);
      if (done.kept) rmSync(done.kept);
      database = open(file);
    },
    held: async (learner) => ({
      log: await readLog(database, learner),
      stored: await storedOf(database, learner),
      folded: await rebuilt(database, learner),
    }),
    close: () => closeDatabase(database),
  };
}

/** Not waiting for the disk at each commit: a play restarts the program, never the machine. */
function open(file: string): SqliteDatabase {
  const database = openDatabase(file);
  database.$client.pragma("synchronous = OFF");
  return database;
}

async function addLearner(database: SqliteDatabase, id: string): Promise<void> {
  await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
}

type Asked = { store: Store; request: SyncRequest; now: number };

/** As the route does it, on what came over the wire. */
async function exchange(
  database: SqliteDatabase,
  { store, request, now }: Asked,
): Promise<SyncResponse> {
  const asked = syncRequest.parse(JSON.parse(JSON.stringify(request)));
  const learner = learnerOf(asked.account);
  const answer = await store(database, { ...asked, learner, cards, now, size });
  if (!answer) throw new Error(`Learner ${learner.id} got no answer.`);
  return JSON.parse(JSON.stringify(answer)) as SyncResponse;
}

type Compared = { comparer: Comparer; request: CompareRequest; now: number };

async function compareWith(
  database: SqliteDatabase,
  { comparer, request, now }: Compared,
): Promise<CompareResponse> {
  const asked = compareRequest.parse(JSON.parse(JSON.stringify(request)));
  const learner = learnerOf(asked.account);
  const held = await readHeld(asked.held, makePace());
  const answer = held && (await comparer(database, { ...asked, held, learner, now }));
  if (!answer) throw new Error(`Learner ${learner.id} got no answer.`);
  return JSON.parse(JSON.stringify({ protocol, ...answer })) as CompareResponse;
}

function learnerOf(id: string) {
  return { id, email: `${id}@x.org`, tokenHash: "t" };
}
