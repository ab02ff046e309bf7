import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Builds } from "#bench/app/app-copy";
import { startKillable } from "#bench/faults/parts/killed-app";
import { countAnswers, stubbornClient } from "#bench/faults/parts/stubborn-client";
import { stormFigures } from "#bench/faults/parts/verify-storm";
import type { Figure } from "#bench/figures/figure";
import { registerAccounts } from "#bench/learners/account";
import { closeDatabase, openDatabase } from "#db/client";
import { deckCatalog } from "#server/base/catalog";

const processes = 4;
const clientCount = 24;
const accountCount = 4;
const requests = 40;
const perRequest = 5;
/** How long another process holds the write lock, milliseconds; and when. */
const lock = 3000;
const lockAfter = 1500;

/** Processes that share one database, each with clients of every account, while another holds the lock. */
export async function twoDozenClients({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "processes");
  const file = path.join(dataDir, "mooring.db");
  const { deck } = await deckCatalog();
  const first = await startKillable({ dir: app, dataDir });
  const others = await Promise.all(
    Array.from({ length: processes - 1 }, () => startKillable({ dir: app, dataDir })),
  );
  const servers = [first, ...others];
  const accounts = await registerAccounts(first.url, accountCount);
  const clients = Array.from({ length: clientCount }, (_, n) => {
    const account = accounts[n % accountCount];
    if (!account) throw new Error("There is no account.");
    return stubbornClient({ account, deck, n, perRequest });
  });
  const urlOf = (n: number) => servers[Math.floor(n / accountCount) % processes]?.url ?? first.url;
  const storing = Promise.all(
    clients.map(async (client, n) => {
      for (let sent = 0; sent < requests; sent += 1) {
        await client.send(
          () => urlOf(n),
          () => false,
        );
      }
    }),
  );
  await sleep(lockAfter);
  await holdLock(file);
  await storing;
  for (const server of servers) await server.kill();
  const broken = countAnswers(clients, (status) => status === 500 || status === 0);
  const putOff = countAnswers(clients, (status) => status === 503);
  const figures = await stormFigures("4 processes", { file, clients });
  const goal = { words: "0", met: broken === 0 };
  return [
    { name: "4 processes: 500, or no answer", value: broken, unit: "", goal },
    { name: "4 processes: put off with 503", value: putOff, unit: "" },
    ...figures,
  ];
}

async function holdLock(file: string): Promise<void> {
  const database = openDatabase(file);
  while (!tryToBegin(() => database.$client.exec("begin immediate"))) await sleep(1);
  await sleep(lock);
  database.$client.exec("rollback");
  closeDatabase(database);
}

function tryToBegin(begin: () => unknown): boolean {
  try {
    begin();
    return true;
  } catch {
    return false;
  }
}
