import { setTimeout as sleep } from "node:timers/promises";
import { type KilledApp, startKillable } from "#bench/faults/parts/killed-app";
import type { Cluster } from "./cluster";

/** What is done to the service while clients store; `recover` brings back what was killed. */
export type Strike = {
  name: string;
  /** Gives when it was done, and what follows. */
  strike: () => Promise<{ at: number; recover: () => Promise<void> }>;
};

/** Processes of the app at one address each, which they keep when they are started again. */
export type Apps = {
  urls: readonly string[];
  kill: (n: number) => Promise<{ startAgain: () => Promise<void> }>;
  end: () => Promise<void>;
};

/** How often it is tried to start a process again: its port may not be free at once. */
const mostTries = 3;

type Starting = { dir: string; count: number; settings: Record<string, string>; log: string };

/** One after the other: the first brings the schema. */
export async function startApps({ count, ...start }: Starting): Promise<Apps> {
  const running: KilledApp[] = [];
  for (let n = 0; n < count; n += 1) {
    running.push(await startKillable({ dataDir: "/nowhere", ...start }));
  }
  const urls = running.map(({ url }) => url);
  return {
    urls,
    kill: async (n) => {
      const port = Number(new URL(urls[n] ?? "").port);
      await running[n]?.kill();
      return {
        startAgain: async () => {
          for (let tries = 1; ; tries += 1) {
            try {
              running[n] = await startKillable({ dataDir: "/nowhere", port, ...start });
              return;
            } catch (error) {
              if (tries === mostTries) throw error;
              await sleep(500);
            }
          }
        },
      };
    },
    end: async () => void (await Promise.all(running.map(({ kill }) => kill()))),
  };
}

/** Three times one process of the app, twice who leads: in turn, and in turn the processes. */
export function strikesOn(cluster: Cluster, apps: Apps): Strike[] {
  const onApp = (n: number): Strike => ({
    name: "app process killed",
    strike: async () => {
      const at = performance.now();
      const { startAgain } = await apps.kill(n % apps.urls.length);
      return { at, recover: startAgain };
    },
  });
  const onLeader: Strike = {
    name: "leader and its Patroni killed",
    strike: async () => {
      const { at, otherLeads, startAgain } = await cluster.killLeader();
      const recover = async () => {
        // Before, it would take its place again: nobody would have been promoted.
        await otherLeads();
        startAgain();
        await cluster.whole();
      };
      return { at, recover };
    },
  };
  return [onApp(0), onLeader, onApp(1), onLeader, onApp(2)];
}
