import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { residentMegabytes, startApp } from "#bench/app/server-process";
import { openRaw, statusesOf } from "#bench/faults/parts/raw-client";
import type { Figure } from "#bench/figures/figure";
import { below } from "#bench/figures/figure";
import { quantile } from "#bench/figures/statistics";

const slow = 1_000;
const asked = 300;
/** What all of it may add to the server's memory, megabytes. */
const limit = 200;

const post = (address: string, more: string) =>
  `POST ${address} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n${more}\r\n`;
const get = (address: string, more = "") => `GET ${address} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;
const lastly = "Connection: close\r\n";
const large = "{},".repeat(1_400_000);

/** Heads and halves of requests that never become whole. */
const halves = [
  "GET / HTTP/1.1\r\nHost: here",
  `${post("/api/sync", "Content-Length: 1000000\r\n")}[`,
  `${post("/api/auth/callback/credentials", "Transfer-Encoding: chunked\r\n")}5\r\nab`,
  "G",
];

/** Malformed, huge and many, each over a connection of its own. */
const odd = [
  "nonsense\r\n\r\n",
  get("/", `X-Long: ${"x".repeat(30_000)}\r\n`),
  get("/deck/%ff", lastly),
  get("*", lastly),
  get("/api/auth/session?callbackUrl=%", lastly),
  `TRACE / HTTP/1.1\r\nHost: here\r\n${lastly}\r\n`,
  post("/api/auth/_log", `${lastly}Content-Length: ${large.length}\r\n`) + large,
  post("/api/account/register", `${lastly}Content-Length: ${large.length}\r\n`) + large,
  `${post("/api/sync", `${lastly}Transfer-Encoding: chunked\r\n`)}5\r\n[{},{\r\nzz\r\n`,
  get("/api/auth/csrf").repeat(1_000),
];

/** Malformed, huge and slow requests beside somebody who asks whether the server is well. */
export async function strangers({ app, scratch }: Builds): Promise<Figure[]> {
  const { url, pid, stop } = await startApp(app, path.join(scratch, "strangers"));
  await healthTimes(url);
  const idle = quantile(await healthTimes(url), 0.99);
  const before = residentMegabytes(pid);
  const held = [];
  for (let n = 0; n < slow; n += 1) held.push(await openRaw(url, halves[n % halves.length] ?? ""));
  const besideSlow = quantile(await healthTimes(url), 0.99);
  const answers = Promise.all(odd.map((text) => statusesOf(url, text)));
  const besideOdd = quantile(await healthTimes(url), 0.99);
  const statuses = (await answers).flat();
  const more = residentMegabytes(pid) - before;
  for (const socket of held) socket.destroy();
  await stop();
  // 503 says why and when to ask again.
  const failed = statuses.filter((status) => status >= 500 && status !== 503).length;
  return [
    { name: "strangers: health, idle, p99", value: idle, unit: "ms" },
    health(`strangers: health beside ${slow} slow connections, p99`, besideSlow, idle),
    health("strangers: health beside malformed and huge requests, p99", besideOdd, idle),
    { name: "strangers: answers to those", value: statuses.length, unit: "" },
    {
      name: "strangers: failed, unexplained",
      value: failed,
      unit: "",
      goal: { words: "0", met: failed === 0 },
    },
    {
      name: "strangers: memory that all of it adds",
      value: more,
      unit: "MB",
      goal: below({ value: more, limit, unit: " MB" }),
    },
  ];
}

function health(name: string, value: number, idle: number): Figure {
  const goal = { words: "< 100 ms or 3 x idle", met: value < 100 || value < 3 * idle };
  return { name, value, unit: "ms", bound: { name: "idle", value: idle }, goal };
}

async function healthTimes(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < asked; n += 1) {
    const begun = performance.now();
    const response = await fetch(`${url}/api/health`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`The server is not well: ${response.status}.`);
    times.push(performance.now() - begun);
  }
  return times;
}
