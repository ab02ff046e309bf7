import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { startScript } from "#bench/app/server-process";
import type { Figure } from "#bench/figures/figure";
import { type Account, countReviews, seedAccounts } from "#bench/learners/account";
import { runLanes } from "#bench/learners/lane";
import { makeSender, type Sender } from "#bench/learners/sender";
import { deckCatalog } from "#server/base/catalog";
import { type Pair, startOnFile, startOnPostgres } from "./servers";
import { type Measured, type Names, names, storeFigures, type Taken } from "./store-figures";

const connections = 16;
/** Turns that count; each measures every server once. One more goes before them to warm up. */
const turns = 7;
/** A connection's requests in one turn. */
const singles = 150;
const batches = 8;
const perBatch = 50;

/** Runs once; gives what was done in a second, and the processor time that each took. */
type Runner = Record<Names, () => Promise<Taken>>;

/**
 * Reviews stored a second over HTTP, signed in, beside what the same machine can do at all: in a file
 * and in a PostgreSQL, by one process of the app and by two. All of them share this machine's cores.
 */
export async function benchStore({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "store");
  const bareFile = path.join(scratch, "bare.db");
  const bareAccounts = await seedAccounts(bareFile, connections);
  const file = await startOnFile({ dir: app, dataDir }, connections);
  const postgres = await startOnPostgres(app, connections);
  const bare = await startScript("bench/store/bare-server.ts", { BENCH_DATABASE: bareFile });
  const noop = await sendersOf(file.accounts);
  const onBare = { urls: [bare.url], senders: await sendersOf(bareAccounts), path: "/" };
  const runs = { ...(await runsOf(file, "")), ...(await runsOf(postgres, "Postgres")) };
  const measured = await takeTurns({
    ...runs,
    noop: () => take({ urls: [file.urls[0]], senders: noop, path: "/api/bench-noop" }),
    bare: () => take(onBare),
    bareFifty: () => take({ ...onBare, fifty: true }),
  } as Runner);
  const single = (turns + 1) * connections * singles;
  const fifty = (turns + 1) * connections * batches * perBatch;
  verify("The PostgreSQL", await postgres.countReviews(), 2 * (single + fifty));
  await Promise.all([file.stop(), postgres.stop(), bare.stop()]);
  verify("The file", countReviews(path.join(dataDir, "mooring.db")), 2 * (single + fifty));
  verify("The bare server's file", countReviews(bareFile), single + fifty);
  return storeFigures(measured);
}

/** One process and both, one review a request and fifty. */
async function runsOf(pair: Omit<Pair, "countReviews">, engine: string) {
  const senders = await sendersOf(pair.accounts);
  const both = { urls: pair.urls, senders, path: "/api/sync", used: pair.used };
  const one = { ...both, urls: [pair.urls[0]] };
  return {
    [`one${engine}`]: () => take(one),
    [`two${engine}`]: () => take(both),
    [`fifty${engine}`]: () => take({ ...one, fifty: true }),
    [`twoFifty${engine}`]: () => take({ ...both, fifty: true }),
  };
}

async function sendersOf(accounts: readonly Account[]): Promise<Sender[]> {
  const { deck } = await deckCatalog();
  return accounts.map((account, n) => makeSender(account, deck, n));
}

type Run = {
  urls: readonly string[];
  senders: readonly Sender[];
  path: string;
  fifty?: boolean;
  used?: Pair["used"];
};

/** Where there are several servers, each has its share of the connections. */
async function take({ urls, senders, path: route, fifty = false, used }: Run): Promise<Taken> {
  const bodies = fifty
    ? { requests: batches, perRequest: perBatch }
    : { requests: singles, perRequest: 1 };
  const lanes = senders.map((sender) => sender.lane(route, bodies));
  const before = used?.();
  const begun = performance.now();
  await Promise.all(
    urls.map((url, at) =>
      runLanes(
        url,
        lanes.filter((_, n) => n % urls.length === at),
      ),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  const reviews = senders.length * bodies.requests * bodies.perRequest;
  const after = used?.();
  const msEach = (of: "app" | "engine") =>
    (((after?.[of] ?? 0) - (before?.[of] ?? 0)) * 1000) / reviews;
  return { rate: reviews / seconds, app: msEach("app"), engine: msEach("engine") };
}

/** In turns, so that what else the machine does falls on all alike. */
async function takeTurns(runner: Runner): Promise<Measured> {
  const measured = Object.fromEntries(names.map((name) => [name, []])) as never as Measured;
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of names) {
      const taken = await runner[name]();
      if (turn > 0) measured[name].push(taken);
    }
  }
  return measured;
}

function verify(what: string, found: number, sent: number): void {
  if (found !== sent) throw new Error(`${what} holds ${found} reviews and was sent ${sent}.`);
}
