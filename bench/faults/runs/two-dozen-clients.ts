import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Builds } from "#bench/app/app-copy";
import { startKillable } from "#bench/faults/parts/killed-app";
import { countAnswers, stubbornClients } from "#bench/faults/parts/stubborn-client";
import { stormFigures } from "#bench/faults/parts/verify-storm";
import { type Figure, none } from "#bench/figures/figure";
import { closeDatabase, openDatabase } from "#db/client";

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
  const first = await startKillable({ dir: app, dataDir });
  const others = await Promise.all(
    Array.from({ length: processes - 1 }, () => startKillable({ dir: app, dataDir })),
  );
  const servers = [first, ...others];
  const clients = await stubbornClients(first.url, { clientCount, accountCount, perRequest });
  const urlOf = (n: number) => servers[Math.floor(n / accountCount) % processes]?.url ?? first.url;
  let areDone = false;
  const storing = Promise.all(
    clients.map(async (client, n) => {
      for (let sent = 0; sent < requests; sent += 1) {
        await client.send(
          () => urlOf(n),
          () => false,
        );
      }
    }),
  ).then(() => {
    areDone = true;
  });
  await sleep(lockAfter);
  await holdLock(file);
  if (areDone) throw new Error("All was stored before the lock was given back.");
  await storing;
  for (const server of servers) await server.kill();
  const putOff = countAnswers(clients, (status) => status === 503);
  const broken = countAnswers(clients, (status) => status !== 200 && status !== 503);
  const wanted = clientCount * requests * perRequest;
  const figures = await stormFigures("4 processes", { file, clients, wanted });
  return [
    {
      name: "4 processes: neither stored nor put off",
      value: broken,
      unit: "",
      goal: none(broken),
    },
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
