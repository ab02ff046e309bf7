import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Builds } from "#bench/app/app-copy";
import { type KilledApp, startKillable } from "#bench/faults/parts/killed-app";
import { type Client, stubbornClients } from "#bench/faults/parts/stubborn-client";
import { stormFigures } from "#bench/faults/parts/verify-storm";
import type { Figure } from "#bench/figures/figure";

const clientCount = 64;
const accountCount = 16;
const perRequest = 10;
const usual = 20_000;
/** From a server's first answer to its end, milliseconds. */
const life = 700;

/**
 * Clients that store and try again, under a server that is killed soon after each start; `given` is
 * for how many reviews.
 */
export async function killStorm({ app, scratch }: Builds, given?: string): Promise<Figure[]> {
  const wanted = Number(given ?? usual);
  const dataDir = path.join(scratch, "kill");
  let running = await startKillable({ dir: app, dataDir });
  const port = Number(new URL(running.url).port);
  const crowd = { clientCount, accountCount, perRequest };
  const clients = await stubbornClients(running.url, crowd);
  let kills = 0;
  const isOver = () => totalOf(clients) >= wanted;
  const storm = Promise.all(
    clients.map(async (client) => {
      while (!isOver()) await client.send(() => running.url, isOver);
    }),
  );
  while (!isOver()) {
    await firstAnswer(clients, isOver);
    await sleep(life);
    await running.kill();
    kills += 1;
    running = await startAgain({ dir: app, dataDir, port });
  }
  await storm;
  await running.kill();
  const file = path.join(dataDir, "mooring.db");
  const figures = await stormFigures("kill -9", { file, clients, wanted });
  return [{ name: "kill -9: servers killed", value: kills, unit: "" }, ...figures];
}

const totalOf = (clients: readonly Client[]) =>
  clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);

/** Resolves once another answer has come than were there before. */
async function firstAnswer(clients: readonly Client[], isOver: () => boolean): Promise<void> {
  const before = totalOf(clients);
  while (totalOf(clients) === before && !isOver()) await sleep(5);
}

/** The port may not be free at once. */
async function startAgain(start: Parameters<typeof startKillable>[0]): Promise<KilledApp> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await startKillable(start);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}
