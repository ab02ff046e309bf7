import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { startApp, startScript } from "#bench/app/server-process";
import { atLeast, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import {
  type Account,
  countReviews,
  registerAccounts,
  seedAccounts,
} from "#bench/learners/account";
import { runLanes } from "#bench/learners/lane";
import { makeSender, type Sender } from "#bench/learners/sender";
import { deckCatalog } from "#server/base/catalog";

const connections = 16;
/** Turns that count; each measures every server once. One more goes before them to warm up. */
const turns = 7;
/** A connection's requests in one turn. */
const singles = 150;
const batches = 8;
const perBatch = 50;

type Runner = { noop: Rate; one: Rate; bare: Rate; fifty: Rate; bareFifty: Rate };
/** Runs once; gives what was done in a second. */
type Rate = () => Promise<number>;
type Rates = Record<keyof Runner, number[]>;

/** Reviews stored a second over HTTP, signed in, beside what the same machine can do at all. */
export async function benchStore({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "store");
  const bareFile = path.join(scratch, "bare.db");
  const bareAccounts = await seedAccounts(bareFile, connections);
  const server = await startApp(app, dataDir);
  const bare = await startScript("bench/app/bare-server.ts", { BENCH_DATABASE: bareFile });
  const accounts = await registerAccounts(server.url, connections);
  const senders = await sendersOf(accounts);
  const noopSenders = await sendersOf(accounts);
  const bareSenders = await sendersOf(bareAccounts);
  const rates = await takeTurns({
    noop: () => rate({ url: server.url, senders: noopSenders, path: "/api/bench-noop" }),
    one: () => rate({ url: server.url, senders, path: "/api/sync" }),
    bare: () => rate({ url: bare.url, senders: bareSenders, path: "/" }),
    fifty: () => rate({ url: server.url, senders, path: "/api/sync", fifty: true }),
    bareFifty: () => rate({ url: bare.url, senders: bareSenders, path: "/", fifty: true }),
  });
  await Promise.all([server.stop(), bare.stop()]);
  const sent = (turns + 1) * connections * (singles + batches * perBatch);
  verify(path.join(dataDir, "mooring.db"), sent);
  verify(bareFile, sent);
  return figures(rates);
}

async function sendersOf(accounts: readonly Account[]): Promise<Sender[]> {
  const { deck } = await deckCatalog();
  return accounts.map((account, n) => makeSender(account, deck, n));
}

type Run = { url: string; senders: readonly Sender[]; path: string; fifty?: boolean };

async function rate({ url, senders, path: route, fifty = false }: Run): Promise<number> {
  const bodies = fifty
    ? { requests: batches, perRequest: perBatch }
    : { requests: singles, perRequest: 1 };
  const lanes = senders.map((sender) => sender.lane(route, bodies));
  const { requests, seconds } = await runLanes(url, lanes);
  return (requests * bodies.perRequest) / seconds;
}

/** In turns, so that what else the machine does falls on all alike. */
async function takeTurns(runner: Runner): Promise<Rates> {
  const rates: Rates = { noop: [], one: [], bare: [], fifty: [], bareFifty: [] };
  const names = ["noop", "one", "bare", "fifty", "bareFifty"] as const;
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of names) {
      const measured = await runner[name]();
      if (turn > 0) rates[name].push(measured);
    }
  }
  return rates;
}

function verify(file: string, sent: number): void {
  const found = countReviews(file);
  if (found !== sent) throw new Error(`${file} holds ${found} reviews and was sent ${sent}.`);
}

function figures({ noop, one, bare, fifty, bareFifty }: Rates): Figure[] {
  const unit = "reviews/s";
  const toNoop = median(ratios(one, noop));
  const toBare = median(ratios(one, bare));
  const fiftyToOne = median(ratios(fifty, bare));
  return [
    {
      name: "stored, one a request",
      value: median(one),
      unit,
      bound: { name: "no-op route", value: median(noop) },
      ratio: toNoop,
      goal: atLeast({ value: toNoop, limit: 0.5, unit: "" }),
    },
    {
      name: "stored, one a request",
      value: median(one),
      unit,
      bound: { name: "bare server, one a request", value: median(bare) },
      ratio: toBare,
    },
    {
      name: "stored, fifty a request",
      value: median(fifty),
      unit,
      bound: { name: "bare server, one a request", value: median(bare) },
      ratio: fiftyToOne,
      goal: atLeast({ value: fiftyToOne, limit: 2, unit: "" }),
    },
    {
      name: "stored, fifty a request",
      value: median(fifty),
      unit,
      bound: { name: "bare server, fifty a request", value: median(bareFifty) },
      ratio: median(ratios(fifty, bareFifty)),
    },
  ];
}

function ratios(values: readonly number[], bounds: readonly number[]): number[] {
  return values.map((value, turn) => value / (bounds[turn] ?? Number.NaN));
}
