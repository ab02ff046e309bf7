import { mkdirSync, statSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { below, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import { signIn } from "#bench/learners/account";
import { longLearner, longLearnerFile, longReviews } from "#bench/learners/long-learner";
import { moveToPostgres } from "#bench/learners/on-postgres";
import type { Gap, SyncResponse } from "#core/log/sync-types";

/** New devices, one after the other; one more goes before them to warm up the server. */
const devices = 9;

type Exchange = { ms: number; bytes: number; answer: SyncResponse };

type Measured = { syncs: Exchange[][]; pages: number[] };

/**
 * A new device of a learner with a million reviews: the answer after which it can study, and all
 * that follow until it has what a device keeps; and the page of progress. Over a file and over
 * PostgreSQL, in turns. Times are of the whole exchange on this machine, bytes those of the answers as
 * they go over the wire, headers included.
 */
export async function benchFirstSync({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "first-sync");
  const file = path.join(dataDir, "mooring.db");
  mkdirSync(dataDir);
  await longLearnerFile(file);
  const bytes = statSync(file).size;
  const cookie = await signIn(file, longLearner.id);
  console.log("Moving the learner into a PostgreSQL.");
  const postgres = await moveToPostgres(file);
  const servers = [
    await startApp(app, dataDir),
    await startApp(app, "/nowhere", postgres.settings),
  ];
  const measured = servers.map((): Measured => ({ syncs: [], pages: [] }));
  for (let n = -1; n < devices; n += 1) {
    for (const [at, { url }] of servers.entries()) {
      const exchanges = await syncAnew(url, cookie);
      const page = await progressMs(url, cookie);
      if (n < 0) continue;
      measured[at]?.syncs.push(exchanges);
      measured[at]?.pages.push(page);
    }
  }
  for (const server of servers) await server.stop();
  await postgres.end();
  const [onFile, onPostgres] = measured;
  if (!onFile || !onPostgres) throw new Error("There are two.");
  return [
    ...figures(onFile.syncs),
    ...comparison(onFile, onPostgres),
    sizeFigure(postgres.bytes, bytes),
  ];
}

/** The page of progress, as it comes for whoever is logged in. */
async function progressMs(url: string, cookie: string): Promise<number> {
  const from = performance.now();
  const response = await fetch(`${url}/progress`, { headers: { cookie, accept: "text/html" } });
  const html = await response.text();
  if (response.status !== 200 || !html.includes("</html>")) {
    throw new Error(`The page of progress was answered ${response.status}.`);
  }
  return performance.now() - from;
}

async function syncAnew(url: string, cookie: string): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (let since = 0, gap: Gap | undefined; exchanges.length === 0 || gap; ) {
    const asked = { account: longLearner.id, device: "", since, ...(gap && { gap }), entries: [] };
    const exchange = await post(`${url}/api/sync`, cookie, JSON.stringify(asked));
    exchanges.push(exchange);
    since = exchange.answer.cursor;
    gap = exchange.answer.gap;
  }
  return exchanges;
}

/** On a connection of its own, so that what it read is what this answer took. */
function post(url: string, cookie: string, body: string): Promise<Exchange> {
  const headers = {
    "accept-encoding": "gzip",
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    cookie,
  };
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: false, method: "POST", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const ms = performance.now() - from;
        const bytes = response.socket.bytesRead;
        const raw = Buffer.concat(chunks);
        const isPacked = response.headers["content-encoding"] === "gzip";
        const text = (isPacked ? gunzipSync(raw) : raw).toString();
        if (response.statusCode === 200) resolve({ ms, bytes, answer: JSON.parse(text) });
        else reject(new Error(`The sync was answered ${response.statusCode}: ${text}`));
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function figures(runs: readonly Exchange[][]): Figure[] {
  const [one = []] = runs;
  const firsts = runs.flatMap(([first]) => first ?? []);
  const slowest = runs.map((run) => Math.max(...run.map(({ ms }) => ms)));
  const sum = (exchanges: readonly Exchange[], of: "ms" | "bytes") =>
    exchanges.reduce((total, exchange) => total + exchange[of], 0);
  const entries = one.reduce((total, { answer }) => total + answer.entries.length, 0);
  const ms = median(firsts.map((first) => first.ms));
  const kilobytes = (firsts[0]?.bytes ?? Number.NaN) / 1000;
  const all = `all ${one.length} answers, ${entries.toLocaleString("en")} entries`;
  return [
    {
      name: "first sync, 1,000,000 reviews, ready to study",
      value: ms,
      unit: "ms",
      goal: below({ value: ms, limit: 300, unit: " ms" }),
    },
    {
      name: "first sync, ready to study, on the wire",
      value: kilobytes,
      unit: "kB",
      goal: below({ value: kilobytes, limit: 200, unit: " kB" }),
    },
    { name: `first sync, ${all}`, value: median(runs.map((run) => sum(run, "ms"))), unit: "ms" },
    { name: "first sync, the slowest answer", value: median(slowest), unit: "ms" },
    { name: "first sync, all answers on the wire", value: sum(one, "bytes") / 1000, unit: "kB" },
  ];
}

/** All that is stored of the learner, for each review. */
function sizeFigure(onPostgres: number, onFile: number): Figure {
  const [value, bound] = [onPostgres / longReviews, onFile / longReviews];
  return {
    ...{ name: "PostgreSQL, stored for each review", value, unit: "bytes" },
    ...{ bound: { name: "file", value: bound }, ratio: value / bound },
  };
}

/** PostgreSQL beside the file. */
function comparison(onFile: Measured, onPostgres: Measured): Figure[] {
  const firsts = ({ syncs }: Measured) => syncs.map(([first]) => first?.ms ?? Number.NaN);
  const wholes = ({ syncs }: Measured) =>
    syncs.map((run) => run.reduce((sum, { ms }) => sum + ms, 0));
  const beside = (name: string, of: (measured: Measured) => number[]): Figure => {
    const [value, bound] = [median(of(onPostgres)), median(of(onFile))];
    const ratio = value / bound;
    const goal = below({ value: ratio, limit: 2, unit: "" });
    return { name, value, unit: "ms", bound: { name: "file", value: bound }, ratio, goal };
  };
  return [
    beside("PostgreSQL, first sync, ready to study", firsts),
    beside("PostgreSQL, first sync, all answers", wholes),
    beside("PostgreSQL, page of progress", ({ pages }) => pages),
  ];
}
