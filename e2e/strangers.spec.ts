import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "./fixtures";
import { ownServer } from "./own-server";

const server = await ownServer();

test.beforeAll(server.start);
test.afterAll(server.kill);

const open = () => connect(Number(new URL(server.url).port), "127.0.0.1");

/** Sends it over a connection of its own and gives what came back before that ended. */
async function exchange(text: string): Promise<string> {
  const socket = open();
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("error", () => {});
  socket.write(text);
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

const ask = (start: string, more = "") =>
  exchange(`${start} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${more}\r\n`);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const isWell = async () => (await fetch(`${server.url}/api/health`)).ok;

test("a stranger's request ends nothing but itself", async () => {
  const many = `[${"{},".repeat(1_400_000)}{}]`;
  const headers = { "content-type": "application/json" };
  const post = (path: string) => fetch(server.url + path, { method: "POST", headers, body: many });
  expect((await post("/api/auth/_log")).status).toBe(404);
  expect((await post("/api/auth/callback/credentials")).status).toBe(413);
  expect(await isWell()).toBe(true);

  const pipelined = "GET /progress HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(1_000);
  const answers = exchange(pipelined);
  expect(await isWell()).toBe(true);
  expect(await answers).toContain("\r\nRetry-After: ");
  expect(await isWell()).toBe(true);
});

test("who leaves before or while the answer comes holds no place", async () => {
  const sent = (path: string) =>
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`;
  const asked = [
    sent("/api/sync"),
    sent("/api/reports"),
    sent("/api/auth/callback/credentials"),
    "GET /progress HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n",
  ];
  for (const text of asked) {
    for (let n = 0; n < 40; n += 1) {
      const socket = open();
      socket.on("error", () => {});
      socket.write(text);
      // At each moment of the few milliseconds that an answer takes.
      await sleep(n / 8);
      socket.resetAndDestroy();
    }
    const answer = await exchange(text.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    expect(statusOf(answer), text).toBeLessThan(500);
  }
});

test("what is odd is answered in words, with all headers, and fails nothing", async () => {
  const odd = [
    await ask("GET /deck/%ff"),
    await ask("GET /deck-data/x"),
    await ask("GET /_global-error"),
    await ask("TRACE /"),
    await ask("GET *"),
    await ask("POST /worker.js"),
    await ask("GET /api/auth/signout"),
    await ask("GET /api/auth/verify-request"),
    await ask("GET /api/sync"),
  ];
  expect(odd.map(statusOf)).toEqual([400, 404, 404, 405, 400, 405, 404, 404, 405]);
  const asked = [
    await ask("GET /api/auth/session?callbackUrl=%"),
    await ask("GET /api/auth/csrf", "Cookie: next-auth.callback-url=%\r\n"),
    await ask("GET /nowhere", "X-Forwarded-Host: evil.example\r\n"),
    await ask("GET /study"),
    await ask("GET /progress"),
  ];
  expect(asked.map(statusOf)).toEqual([200, 200, 404, 200, 200]);
  for (const answer of [...odd, ...asked]) {
    expect(answer).toMatch(/\r\nContent-Security-Policy: [^\r]*frame-ancestors 'none'/);
    expect(answer).toMatch(/\r\nCross-Origin-Resource-Policy: same-origin\r\n/);
    expect(answer).not.toContain("evil.example");
  }
  expect(asked[0]).toMatch(/\r\nCache-Control: no-store\r\n/);
  // A page that is rendered for whoever asks.
  expect(asked[4]).toMatch(/\r\nCache-Control: private, [^\r]*no-store/);
});
