import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { protocol } from "#core/log/protocol";
import type {
  CompareRequest,
  CompareResponse,
  SyncRequest,
  SyncResponse,
} from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import * as client from "#db/client";
import { readLog } from "#db/entries";
import { migrate } from "#db/migrate";
import { addUser } from "#db/users";
import * as localDatabase from "#local/browser/local-database";
import { appendEntries } from "#local/store/append-entries";
import * as localLog from "#local/store/local-log";
import { compareHeld } from "#local/sync/compare-held";
import { readDigests } from "#local/sync/held-digests";
import { makePace } from "#server/base/give-way";
import { compare, compareRequest, readHeld } from "#server/log/compare";
import { cards } from "#server/log/sample-sync";
import { sync, syncRequest } from "#server/log/sync";
import * as page0 from "./protocol-0/page.mjs";
import * as server0 from "./protocol-0/server.mjs";
import * as page1 from "./protocol-1/page.mjs";
import * as server1 from "./protocol-1/server.mjs";

/**
 * Servers and pages of two versions, with no HTTP between: this one's code, and that of an earlier
 * protocol as it was written out when it was the latest (scripts/freeze-protocol.mjs).
 */

/** The protocol number of an earlier one. */
export type Version = 0 | 1 | "this";

const migrations = path.join(import.meta.dirname, "..", "..", "db", "migrations");
/** How many migrations each knew. */
const earlierMigrations = { 0: 8, 1: 10 };

const servers = {
  0: server0,
  1: server1,
  this: {
    ...{ ...client, readLog, migrate, addUser, makePace },
    ...{ compare, compareRequest, readHeld, sync, syncRequest },
  },
};

const pages = {
  0: page0,
  1: page1,
  this: { ...localDatabase, ...localLog, appendEntries, compareHeld, readDigests },
};

export type Server = {
  version: Version;
  exchange: (request: SyncRequest) => Promise<SyncResponse>;
  compare: (request: CompareRequest) => Promise<CompareResponse>;
  log: () => Promise<Entry[]>;
  close: () => void;
};

export type Place = { folder: string; account: string; now: number };

/** Starts a version's server on the folder's file, which it makes or brings up to itself. */
export async function startServer(version: Version, place: Place): Promise<Server> {
  const { folder, account, now } = place;
  const code = servers[version];
  const database = code.openDatabase(path.join(folder, "log.db"));
  code.migrate(database, version === "this" ? migrations : migrationsOf(version, folder));
  const isNew = database.$client.prepare("select count(*) from users").pluck().get() === 0;
  const email = `${account}@x.org`;
  if (isNew) await code.addUser(database, { id: account, email, passwordHash: "x", createdAt: 0 });
  const learner = { id: account, email, tokenHash: "t" };
  const told = <Given extends object>(answer: Given | null): Given => {
    if (!answer) throw new Error(`Learner ${account} got no answer.`);
    return overWire({ ...numberOf(version), ...answer });
  };
  return {
    version,
    exchange: async (request) => {
      const asked = code.syncRequest.parse(overWire(request));
      return told(await code.sync(database, { ...asked, learner, cards, now }));
    },
    compare: async (request) => {
      const asked = code.compareRequest.parse(overWire(request));
      const held = await code.readHeld(asked.held, code.makePace());
      const answer = held ? await code.compare(database, { ...asked, held, learner, now }) : null;
      return told(answer);
    },
    log: () => code.readLog(database, account),
    close: () => void code.closeDatabase(database),
  };
}

/** As a version names its number on the wire. */
const numberOf = (version: Version) =>
  version === 0 ? {} : { protocol: version === "this" ? protocol : version };

const overWire = <Some>(value: Some): Some => JSON.parse(JSON.stringify(value)) as Some;

function migrationsOf(version: 0 | 1, folder: string): string {
  const copy = path.join(folder, "migrations");
  cpSync(migrations, copy, { recursive: true });
  const file = path.join(copy, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const entries = journal.entries.slice(0, earlierMigrations[version]);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return copy;
}

export type Page = Awaited<ReturnType<typeof openPage>>;

/** Entries in one request: few, so that a play has many. */
const batch = 25;

/** A page of a version, with a store of its own in this browser. */
export async function openPage(version: Version, owner: string, account: string) {
  const code = pages[version];
  const store = await code.openLocalDatabase(owner);
  const speaks = numberOf(version);
  let from = 0;
  const exchange = async (server: Server) => {
    const entries = await code.readUnsent(store, batch);
    const [since, gap] = [await code.readCursor(store), await code.readGap(store)];
    const about = { ...speaks, account, device: entries[0]?.device ?? "", since };
    const answer = await server.exchange({ ...about, ...(gap && { gap }), entries });
    await code.takeIn(store, answer, { since, savedAt: 1 });
    from = answer.from;
    const isDone = entries.length < batch && !answer.gap;
    return { answer, isDone };
  };
  return {
    version,
    write: async (drafts: readonly localLog.DraftEntry[]) => {
      await code.appendEntries(store, { drafts, changes: [], retention: 0.9 });
    },
    /** Sends all and hears all; gives what was refused. */
    settle: async (server: Server) => {
      const refused: SyncResponse["results"] = [];
      for (let isDone = false; !isDone; ) {
        const done = await exchange(server);
        refused.push(...done.answer.results.filter(({ status }) => status === "refused"));
        isDone = done.isDone;
      }
      return refused;
    },
    compare: async (server: Server) => {
      const held = await code.readDigests(store, from, () => Promise.resolve());
      if (!held) throw new Error("There is something to be sent still.");
      const ask = (request: CompareRequest) => server.compare(request);
      return code.compareHeld({ database: store, account, from, held, ask });
    },
    held: async () => ({
      entries: await code.readAll(store),
      states: await code.readStates(store),
    }),
  };
}
