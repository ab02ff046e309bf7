import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { readProxies } from "#server/base/client-address";
import { limits } from "./limits";
import { get, held, post, type SampleFront, startFronts } from "./sample-front";

const { start: front, stopAll } = startFronts({
  proxies: readProxies("loopback") ?? expect.fail(),
});
afterEach(stopAll);

const from = (n: number) => `X-Forwarded-For: 203.0.113.${n}\r\n`;
const page = Buffer.alloc(8_000_000, "x");

/** Whoever reads a long answer in a front that bears two of those has all of it. */
async function expectRoom({ url }: SampleFront) {
  expect((await (await fetch(`${url}/long`)).arrayBuffer()).byteLength).toBe(page.length);
}

describe("an answer whose client has left is not kept as one that nobody reads", () => {
  it("when it waited for an earlier one of its connection", async () => {
    const { handle, open, now } = held();
    const bodies = { posted: 0 };
    const one = await front(
      {
        handle: async (request, response) => {
          if (request.url === "/long") return response.end(page);
          if (request.method === "GET") return handle(request, response);
          bodies.posted += 1;
          response.end("ok");
        },
      },
      { unreadAnswers: 2 },
    );
    for (let n = 1; n <= 4; n += 1) {
      const second = post("/api/reports", `Content-Length: 1\r\n${from(n)}`);
      const left = one.send(`${get("/progress", from(n))}${second}x`);
      await expect.poll(now).toBe(n);
      left.destroy();
    }
    await expect.poll(() => bodies.posted).toBe(4);
    open();
    await expectRoom(one);
  });

  it("when it was refused behind an earlier one", async () => {
    const { handle, open, now } = held();
    const one = await front(
      {
        handle: async (request, response) =>
          request.url === "/long" ? response.end(page) : handle(request, response),
      },
      { unreadAnswers: 2, pipelined: 1 },
    );
    for (let n = 1; n <= 4; n += 1) {
      const left = one.send(get("/progress", from(n)).repeat(2));
      await expect.poll(now).toBe(n);
      left.destroy();
      await once(left, "close");
    }
    open();
    await expectRoom(one);
  });

  it("when its handler goes on to write", async () => {
    let closed = 0;
    const one = await front(
      {
        handle: async (request, response) => {
          if (request.url === "/long") return response.end(page);
          response.write("begun");
          await once(response, "close");
          response.write("more");
          closed += 1;
        },
      },
      { unreadAnswers: 2 },
    );
    for (let n = 1; n <= 4; n += 1) {
      const left = one.send(get("/progress", from(n)));
      await once(left, "data");
      left.destroy();
      await expect.poll(() => closed).toBe(n);
    }
    await expectRoom(one);
  });
});

it("what was sent holds its place until its handler ends, though its client has left", async () => {
  const { handle, open, now, most } = held();
  const api = { running: 2, waiting: 50, waitMs: 60_000 };
  const { send, url } = await front({ handle }, { lanes: { ...limits.lanes, api } });
  for (let n = 1; n <= 6; n += 1) {
    const left = send(`${post("/api/sync", "Content-Length: 1\r\n")}x`);
    if (n <= 2) await expect.poll(now).toBe(n);
    else await once(left, "connect");
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    left.resetAndDestroy();
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  }
  open();
  await expect.poll(now).toBe(0);
  expect((await fetch(`${url}/api/sync`, { method: "POST", body: "x" })).status).toBe(200);
  expect(most()).toBe(2);
});

it.each([
  ["is on the way", 60_000, true],
  ["never comes", 200, false],
])(
  "a client that leaves gives its place back though the handler of an answer that %s never ends",
  async (_, silentMs, isBegun) => {
    let handled = 0;
    const { send, url } = await front(
      {
        handle: async (request, response) => {
          if (request.url === "/api/reports") return response.end("ok");
          if (isBegun) response.write("begun");
          handled += 1;
          await new Promise(() => {});
        },
      },
      { silentMs, lanes: { ...limits.lanes, api: { running: 1, waiting: 9, waitMs: 60_000 } } },
    );
    for (let n = 1; n <= 3; n += 1) {
      const left = send(`${post("/api/sync", "Content-Length: 1\r\n")}x`);
      await expect.poll(() => handled).toBe(n);
      if (isBegun) await once(left, "data");
      left.resetAndDestroy();
    }
    // One that waits for as long as the handler is waited for ends as a silent one.
    const ask = () => fetch(`${url}/api/reports`, { method: "POST", body: "x" }).catch(() => null);
    await expect.poll(async () => (await ask())?.status).toBe(200);
  },
);

it.each([
  ["resets", get("/progress")],
  ["resets, a body of a page sent,", `${get("/progress", "Content-Length: 1\r\n")}x`],
  ["ends", get("/progress")],
])("nothing is begun for a client that %s at once", async (how, asked) => {
  let handled = 0;
  const { send, url } = await front({
    handle: async (_, response) => {
      handled += 1;
      response.end("ok");
    },
  });
  for (let n = 0; n < 9; n += 1) {
    const left = send(asked);
    await once(left, "connect");
    if (how.startsWith("resets")) left.resetAndDestroy();
    else left.end();
  }
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect(handled).toBe(0);
  expect((await fetch(`${url}/progress`)).status).toBe(200);
  expect(handled).toBe(1);
});
