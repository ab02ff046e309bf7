import { statSync } from "node:fs";
import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { residentMegabytes, startApp } from "#bench/app/server-process";
import { atLeast, below, type Figure, none } from "#bench/figures/figure";
import { seedAccounts } from "#bench/learners/account";
import { growthPerMinute, type Sample } from "./growth";
import { liveMegabytes, liveMemory, mostMade, tellingSettings } from "./live-memory";
import { steadyLoad } from "./steady-load";

const learners = 60;
const perSecond = 60;
const usualMinutes = 30;
/** Before anything is measured, and again once what is not in use was collected, seconds. */
const warmUp = 120;
const sampleMs = 5_000;
/** What a warm server may still take into its caches, megabytes: 50 bytes a request in half an hour. */
const mostLive = 5;
/** Twice what SQLite lets the log grow to before it writes it back, megabytes. */
const mostWal = 8;

/** Memory and write-ahead log of a server under steady use; `given` is for how many minutes. */
export async function steadyUse({ app, scratch }: Builds, given?: string): Promise<Figure[]> {
  const minutes = Number(given ?? usualMinutes);
  const file = path.join(scratch, "steady", "mooring.db");
  const accounts = await seedAccounts(file, learners);
  const told = path.join(scratch, "steady-memory.json");
  const server = await startApp(app, path.dirname(file), tellingSettings(told));
  const load = await steadyLoad(server.url, accounts);
  await load({ perSecond, seconds: warmUp });
  const before = await liveMemory(server.pid, told);
  await load({ perSecond, seconds: warmUp });
  const watched = watch(server.pid, `${file}-wal`);
  const came = await load({ perSecond, seconds: minutes * 60 });
  const { resident, wal } = watched.end();
  const after = await liveMemory(server.pid, told);
  await server.stop();
  console.log("What is new since the warm-up and still in use:");
  for (const line of mostMade(after, 12)) console.log(`  ${line}`);
  const live = liveMegabytes(after) - liveMegabytes(before);
  return figures({ minutes, ...came, grows: growthPerMinute(resident), live, wal });
}

/** Takes samples until it is told to end. */
function watch(pid: number, walFile: string) {
  const resident: Sample[] = [];
  let wal = 0;
  const sample = () => {
    resident.push({ at: performance.now(), value: residentMegabytes(pid) });
    wal = Math.max(wal, statSync(walFile, { throwIfNoEntry: false })?.size ?? 0);
  };
  const timer = setInterval(sample, sampleMs);
  const end = () => {
    clearInterval(timer);
    return { resident, wal: wal / 1e6 };
  };
  return { end };
}

type Measured = {
  minutes: number;
  requests: number;
  putOff: number;
  failed: number;
  /** Megabytes: of resident memory a minute, and of what is in use after collecting, in all. */
  grows: number;
  live: number;
  wal: number;
};

function figures({ minutes, requests, putOff, failed, grows, live, wal }: Measured): Figure[] {
  const rate = requests / (minutes * 60);
  const steadily = `${minutes} minutes of use`;
  return [
    {
      ...{ name: `${steadily}: requests a second`, value: rate, unit: "" },
      goal: atLeast({ value: rate, limit: 0.95 * perSecond, unit: "" }),
    },
    { name: `${steadily}: put off with 503`, value: putOff, unit: "" },
    { name: `${steadily}: failed`, value: failed, unit: "", goal: none(failed) },
    {
      ...{ name: `${steadily}: memory grows a minute`, value: grows, unit: "MB" },
      goal: below({ value: grows, limit: 1, unit: " MB" }),
    },
    // What grows here is a leak; what grows only above is a heap that fills to its bound.
    {
      ...{ name: `${steadily}: more is in use at the end`, value: live, unit: "MB" },
      goal: below({ value: live, limit: mostLive, unit: " MB" }),
    },
    {
      ...{ name: `${steadily}: longest write-ahead log`, value: wal, unit: "MB" },
      goal: below({ value: wal, limit: mostWal, unit: " MB" }),
    },
  ];
}
