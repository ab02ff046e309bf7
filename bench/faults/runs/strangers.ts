import type { Socket } from "node:net";
import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { residentMegabytes, startApp } from "#bench/app/server-process";
import { openRaw, statusesOf } from "#bench/faults/parts/raw-client";
import { below, type Figure, none } from "#bench/figures/figure";
import { quantile } from "#bench/figures/statistics";

const slow = 1_000;
const asked = 300;
/** Milliseconds that 99 of 100 answers may take; what else the machine does adds to it, in some rounds. */
const calm = 100;
const rounds = 3;
/** What all of it may add to the server's memory, megabytes. */
const limit = 200;

const post = (address: string, more: string) =>
  `POST ${address} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n${more}\r\n`;
const get = (address: string, more = "") => `GET ${address} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;
const lastly = "Connection: close\r\n";
const large = "{},".repeat(1_400_000);
/** A body that comes byte by byte. */
const bytewise = `${"1\r\nx\r\n".repeat(300_000)}0\r\n\r\n`;

/** Heads and halves of requests that never become whole. */
const halves = [
  "GET / HTTP/1.1\r\nHost: here",
  `${post("/api/sync", "Content-Length: 1000000\r\n")}[`,
  `${post("/api/auth/callback/credentials", "Transfer-Encoding: chunked\r\n")}5\r\nab`,
  "G",
];

/** Malformed, huge and many, each over a connection of its own, and how its first answer begins. */
const odd: readonly (readonly [text: string, status: number])[] = [
  ["nonsense\r\n\r\n", 400],
  [get("/", `X-Long: ${"x".repeat(30_000)}\r\n`), 431],
  [get("/deck/%ff", lastly), 400],
  [get("*", lastly), 400],
  [get("/api/auth/session?callbackUrl=%", lastly), 200],
  [`TRACE / HTTP/1.1\r\nHost: here\r\n${lastly}\r\n`, 405],
  [post("/api/auth/_log", `${lastly}Content-Length: ${large.length}\r\n`) + large, 404],
  [post("/api/account/register", `${lastly}Content-Length: ${large.length}\r\n`) + large, 413],
  [`${post("/api/sync", `${lastly}Transfer-Encoding: chunked\r\n`)}5\r\n[{},{\r\nzz\r\n`, 400],
  [post("/api/sync", `${lastly}Transfer-Encoding: chunked\r\n`) + bytewise, 401],
  [get("/api/auth/csrf").repeat(1_000), 200],
];

/** Malformed, huge and slow requests beside somebody who asks whether the server is well. */
export async function strangers({ app, scratch }: Builds): Promise<Figure[]> {
  const { url, pid, stop } = await startApp(app, path.join(scratch, "strangers"));
  await healthTimes(url);
  const idle = await calmP99(url);
  const before = residentMegabytes(pid);
  const held: Socket[] = [];
  for (let n = 0; n < slow; n += 1) {
    held.push((await openRaw(url, halves[n % halves.length] ?? "")).resume());
  }
  const besideSlow = await calmP99(url);
  const open = held.filter(({ closed }) => !closed).length;
  let isOver = false;
  const asking = askOddly(url, () => isOver);
  const besideOdd = await calmP99(url);
  isOver = true;
  const answers = await asking;
  const more = residentMegabytes(pid) - before;
  for (const socket of held) socket.destroy();
  await stop();
  return [
    { name: "strangers: health, idle, p99", value: idle, unit: "ms" },
    health(`strangers: health beside ${slow} slow connections, p99`, besideSlow, idle),
    { name: "strangers: of these open after that", value: open, unit: "" },
    health("strangers: health beside malformed and huge requests, p99", besideOdd, idle),
    { name: "strangers: answers to those", value: answers.all, unit: "" },
    nothing("strangers: answered otherwise than it should be", answers.wrong),
    nothing("strangers: failed, unexplained", answers.failed),
    {
      name: "strangers: memory that all of it adds",
      value: more,
      unit: "MB",
      goal: below({ value: more, limit, unit: " MB" }),
    },
  ];
}

/** Sends all that is odd, again and again until it is over. */
async function askOddly(url: string, isOver: () => boolean) {
  const answers = { all: 0, wrong: 0, failed: 0 };
  do {
    const told = await Promise.all(odd.map(([text]) => statusesOf(url, text)));
    for (const [place, [text, first]] of odd.entries()) {
      const statuses = told[place] ?? [];
      answers.all += statuses.length;
      // 503 says why and when to ask again.
      answers.failed += statuses.filter((status) => status >= 500 && status !== 503).length;
      if (statuses[0] === first || statuses[0] === 503) continue;
      answers.wrong += 1;
      console.log(`${text.slice(0, 60).split("\r\n")[0]}: ${statuses[0]} and not ${first}`);
    }
  } while (!isOver());
  return answers;
}

function nothing(name: string, value: number): Figure {
  return { name, value, unit: "", goal: none(value) };
}

function health(name: string, value: number, idle: number): Figure {
  const goal = { words: `< ${calm} ms or 3 x idle`, met: value < calm || value < 3 * idle };
  return { name, value, unit: "ms", bound: { name: "idle", value: idle }, goal };
}

/** Of several rounds the least; further ones only where the first was slow. */
async function calmP99(url: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < rounds && least >= calm; n += 1) {
    least = Math.min(least, quantile(await healthTimes(url), 0.99));
  }
  return least;
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
