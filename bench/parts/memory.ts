import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Builds } from "#bench/app/app-copy";
import { residentMegabytes, startApp } from "#bench/app/server-process";
import { below, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import { countReviews, registerAccounts } from "#bench/learners/account";
import { runLanes } from "#bench/learners/lane";
import { makeSender, type Sender } from "#bench/learners/sender";
import { deckCatalog } from "#server/base/catalog";

const connections = 16;
const early = 2_000;
const late = 10_000;
/** After the last answer the server gets so long to settle; then so many samples are taken. */
const settleMs = 8_000;
const samples = 5;
const sampleMs = 500;

/** Resident memory of a fresh server after so many reviews, one a request. */
export async function benchMemory({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "memory");
  const server = await startApp(app, dataDir);
  const accounts = await registerAccounts(server.url, connections);
  const { deck } = await deckCatalog();
  const senders = accounts.map((account, n) => makeSender(account, deck, n));
  const fresh = await settled(server.pid);
  await storeReviews(server.url, senders, early);
  const atEarly = await settled(server.pid);
  await storeReviews(server.url, senders, late - early);
  const atLate = await settled(server.pid);
  await server.stop();
  const found = countReviews(path.join(dataDir, "mooring.db"));
  if (found !== late) throw new Error(`${found} reviews were stored of ${late} sent.`);
  const more = atLate - atEarly;
  return [
    {
      name: `memory after ${late.toLocaleString("en")} reviews`,
      value: atLate,
      unit: "MB",
      bound: { name: "16 accounts, no review", value: fresh },
      ratio: atLate / fresh,
      goal: below({ value: atLate, limit: 250, unit: " MB" }),
    },
    {
      name: `memory, ${late.toLocaleString("en")} over ${early.toLocaleString("en")} reviews`,
      value: more,
      unit: "MB",
      goal: below({ value: more, limit: 5, unit: " MB" }),
    },
  ];
}

async function storeReviews(url: string, senders: readonly Sender[], count: number) {
  const bodies = { requests: count / connections, perRequest: 1 };
  await runLanes(
    url,
    senders.map((sender) => sender.lane("/api/sync", bodies)),
  );
}

async function settled(pid: number): Promise<number> {
  await sleep(settleMs);
  const values: number[] = [];
  for (let n = 0; n < samples; n += 1) {
    values.push(residentMegabytes(pid));
    await sleep(sampleMs);
  }
  return median(values);
}
