import { readFileSync } from "node:fs";
import path from "node:path";
import { type ServerProcess, startApp } from "#bench/app/server-process";
import { type Account, registerAccounts } from "#bench/learners/account";
import { openUrl } from "#db/samples/open-url";
import { startPostgres } from "#scripts/start-postgres";
import { processorSeconds } from "./processor-time";

/** Two processes of the app over one database, and what there is to know of them. */
export type Pair = {
  /** The first, which also serves alone. */
  urls: [string, string];
  accounts: Account[];
  /** Processor time that was taken so far, seconds. */
  used: () => { app: number; engine: number };
  countReviews: () => Promise<number>;
  stop: () => Promise<void>;
};

/** Over a PostgreSQL of its own, which commits to the disk as it does by itself. */
export async function startOnPostgres(dir: string, many: number): Promise<Pair> {
  const engine = await startPostgres({ settings: [] });
  const settings = { DATABASE_URL: engine.url, AUTH_SECRET: "a secret of the bench, long enough" };
  const pair = await startTwo(many, () => startApp(dir, "/nowhere", settings));
  const pidFile = path.join(engine.folder, "own", "data", "postmaster.pid");
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  return {
    ...pair,
    used: () => ({ app: pair.usedByApp(), engine: processorSeconds(pid) }),
    countReviews: () => countOn(engine.url),
    stop: async () => {
      await pair.stop();
      await engine.end();
    },
  };
}

/** Over one database file. */
export async function startOnFile(
  { dir, dataDir }: { dir: string; dataDir: string },
  many: number,
): Promise<Omit<Pair, "countReviews">> {
  const pair = await startTwo(many, () => startApp(dir, dataDir));
  return { ...pair, used: () => ({ app: pair.usedByApp(), engine: 0 }) };
}

async function startTwo(many: number, start: () => Promise<ServerProcess>) {
  const one = await start();
  const other = await start();
  const urls: Pair["urls"] = [one.url, other.url];
  return {
    urls,
    accounts: await registerAccounts(one.url, many),
    usedByApp: () => processorSeconds(one.pid) + processorSeconds(other.pid),
    stop: async () => void (await Promise.all([one.stop(), other.stop()])),
  };
}

async function countOn(url: string): Promise<number> {
  const { pool } = openUrl(url);
  const text = "select count(*) from entries where type = 'review'";
  const { rows } = await pool.send({ text, values: [] });
  await pool.end();
  return Number(rows[0]?.[0]);
}
