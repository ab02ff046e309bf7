import { once } from "node:events";
import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { readProxies } from "#server/base/client-address";
import { limits } from "./limits";
import { get, post, startFronts } from "./sample-front";

const { start: front, stopAll } = startFronts({
  proxies: readProxies("loopback") ?? expect.fail(),
});
afterEach(stopAll);

const [greedy, other] = ["203.0.113.1", "198.51.100.1"];
const from = (address: string) => `X-Forwarded-For: ${address}\r\n`;
const lastly = "Connection: close\r\n";
const body = (bytes: number) => `Content-Length: ${bytes}\r\n`;
/** Resolves when the front has seen what was sent before: what is asked later is seen later. */
const seen = async (url: string) => {
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
};
const open = (sockets: readonly Socket[]) => sockets.filter(({ destroyed }) => !destroyed).length;

describe("a client that only sends slowly", () => {
  it("shuts nobody out, by however many connections", async () => {
    const { send, exchange } = await front({}, { connections: 20 });
    const slow: Socket[] = [];
    for (let n = 0; n < 40; n += 1) {
      const one = send(post("/api/reports", `${body(10)}Expect: 100-continue\r\n`));
      await once(one, "data");
      slow.push(one);
      const path = n % 2 === 0 ? "/api/health" : "/study";
      expect(await exchange(get(path, lastly))).toMatch(/^HTTP\/1\.1 200 /);
    }
    for (const socket of slow) socket.destroy();
  });

  it("shuts nobody out by bodies that are refused and still on their way", async () => {
    const { send, exchange } = await front({}, { connections: 20 });
    const slow: Socket[] = [];
    for (let n = 0; n < 40; n += 1) {
      const one = send(post("/api/nowhere", body(10)));
      await once(one, "data");
      slow.push(one);
      expect(await exchange(get("/api/health", lastly))).toMatch(/^HTTP\/1\.1 200 /);
    }
    for (const socket of slow) socket.destroy();
  });

  it("has few bodies under way, and the slowest of its own end", async () => {
    const { send, url } = await front({}, { bodies: 4 });
    const mine = send(post("/api/reports", body(2) + from(other)));
    await seen(url);
    const slow: Socket[] = [];
    for (let n = 0; n < 12; n += 1) {
      slow.push(send(post("/api/reports", body(10) + from(greedy))));
      await seen(url);
    }
    await expect.poll(() => open(slow)).toBe(3);
    const answer = once(mine, "data");
    mine.write("{}");
    expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of [mine, ...slow]) socket.destroy();
  });
});

describe("what gives way is of the network that holds the most", () => {
  it("of connections", async () => {
    const { send, url } = await front({}, { connections: 6 });
    const mine = send(get("/study", from(other)));
    await once(mine, "data");
    const many: Socket[] = [];
    for (let n = 0; n < 12; n += 1) {
      const one = send(get("/study", from(greedy)));
      await once(one, "data");
      many.push(one);
    }
    await seen(url);
    expect(mine.destroyed).toBe(false);
    expect(open(many)).toBeLessThan(6);
    for (const socket of [mine, ...many]) socket.destroy();
  });

  it("of the bytes of bodies: what is only claimed counts for nothing", async () => {
    const { send, url } = await front({}, { bodyBytes: 2_000_000 });
    const mine = send(post("/api/sync", body(500_000) + from(other)));
    mine.write("x".repeat(400_000));
    await seen(url);
    const claims = Array.from({ length: 33 }, () =>
      send(post("/api/sync", body(1_000_000) + from(greedy))),
    );
    await seen(url);
    expect(open([mine, ...claims])).toBe(34);
    for (const socket of claims.slice(0, 3)) socket.write("x".repeat(900_000));
    await expect.poll(() => open(claims)).toBe(31);
    const answer = once(mine, "data");
    mine.write("x".repeat(100_000));
    expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of [mine, ...claims]) socket.destroy();
  });

  it("of answers that nobody reads", async () => {
    const page = Buffer.alloc(8_000_000, "x");
    const { send, url } = await front(
      { handle: async (_, response) => response.end(page) },
      { unreadAnswers: 4, unreadBytes: 1_000_000_000 },
    );
    const mine = send(get("/progress", from(other))).pause();
    await seen(url);
    const many: Socket[] = [];
    for (let n = 0; n < 8; n += 1) {
      many.push(send(get("/progress", from(greedy))).pause());
      await seen(url);
    }
    let bytes = 0;
    mine.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    mine.resume();
    await expect.poll(() => bytes).toBeGreaterThan(page.length);
    for (const socket of [mine, ...many]) socket.destroy();
  });
});

it("all that have come are let in before the next work begins", async () => {
  let handled = 0;
  const page = { running: 2, waiting: 200, waitMs: 60_000 };
  const { send, url } = await front(
    {
      handle: async (_, response) => {
        const begun = performance.now();
        // As rendering does, it takes the event loop for itself.
        while (performance.now() - begun < 2);
        handled += 1;
        response.end("ok");
      },
    },
    { lanes: { ...limits.lanes, page } },
  );
  const crowd = Array.from({ length: 100 }, () => send(get("/progress")));
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect(handled).toBeLessThan(20);
  await expect.poll(() => handled, { timeout: 10_000 }).toBe(100);
  for (const socket of crowd) socket.destroy();
});
