import { mkdirSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { below, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import { signIn } from "#bench/learners/account";
import { longLearner, longLearnerFile } from "#bench/learners/long-learner";
import type { Gap, SyncResponse } from "#core/log/sync-types";

/** New devices, one after the other; one more goes before them to warm up the server. */
const devices = 9;

type Exchange = { ms: number; bytes: number; answer: SyncResponse };

/**
 * A new device of a learner with a million reviews: the answer after which it can study, and all
 * that follow until it has what a device keeps. Times are of the whole exchange on this machine,
 * bytes those of the answers as they go over the wire, headers included.
 */
export async function benchFirstSync({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "first-sync");
  const file = path.join(dataDir, "mooring.db");
  mkdirSync(dataDir);
  await longLearnerFile(file);
  const cookie = await signIn(file, longLearner.id);
  const server = await startApp(app, dataDir);
  const runs: Exchange[][] = [];
  for (let n = -1; n < devices; n += 1) {
    const exchanges = await syncAnew(server.url, cookie);
    if (n >= 0) runs.push(exchanges);
  }
  await server.stop();
  return figures(runs);
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
