import { once } from "node:events";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { problemText } from "#core/text/site/problem-text";
import { readProxies } from "#server/base/client-address";
import { clientAddress } from "#server/base/request-context";
import { limits } from "./limits";
import { get, held, post, startFront, startFronts, statusesOf } from "./sample-front";

const lastly = "Connection: close\r\n";
const { start: front, stopAll } = startFronts();
afterEach(stopAll);

describe("requests under way", () => {
  it("are bounded on one connection; what is beyond is told to come again", async () => {
    const { handle, most, open } = held();
    const { send, url } = await front({ handle });
    const socket = send(get("/progress").repeat(1_000));
    let answers = "";
    socket.on("data", (chunk) => {
      answers += chunk;
    });
    expect(await (await fetch(`${url}/api/health`)).json()).toEqual({ ok: true });
    open();
    await once(socket, "close");
    expect(statusesOf(answers)).toEqual([...Array(limits.pipelined).fill(200), 503]);
    expect(answers).toContain("Retry-After: ");
    expect(most()).toBe(1);
  });

  it("are one a connection when there are too many of all connections", async () => {
    const { handle, most, open } = held();
    const { send, exchange } = await front({ handle }, { unanswered: 3 });
    const sockets = Array.from({ length: 3 }, () => send(get("/progress")));
    await expect.poll(most).toBe(3);
    const [asked] = [exchange(get("/progress").repeat(100))];
    await expect.poll(most).toBe(4);
    open();
    expect(statusesOf(await asked)).toEqual([200, 503]);
    for (const socket of sockets) socket.destroy();
  });

  it("are bounded in all, wait in a queue with an end, and go on when there is room", async () => {
    const { handle, most, open, now } = held();
    const page = { running: 2, waiting: 3, waitMs: 60_000 };
    const { url } = await front({ handle }, { lanes: { ...limits.lanes, page } });
    const asked = Array.from({ length: 9 }, () => fetch(`${url}/progress`));
    const refused = await Promise.any(
      asked.map(async (one) => {
        const answer = await one;
        if (answer.status !== 503) throw new Error("It was let in.");
        return answer;
      }),
    );
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await refused.text()).toBe(`${problemText().tooMuchAtOnce}\n`);
    await expect.poll(now).toBe(2);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    open();
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 503, 503, 503, 503]);
    expect(most()).toBe(2);
  });

  it("of a client that left take no place", async () => {
    const { handle, open, now } = held();
    const page = { running: 1, waiting: 1, waitMs: 60_000 };
    const { url, send } = await front({ handle }, { lanes: { ...limits.lanes, page } });
    const first = send(get("/progress"));
    await expect.poll(now).toBe(1);
    const left = send(get("/progress"));
    await once(left, "connect");
    first.destroy();
    left.destroy();
    open();
    expect((await fetch(`${url}/progress`)).status).toBe(200);
  });
});

describe("what was sent", () => {
  it("is taken in though its client left while it waited", async () => {
    const { handle, open, now } = held();
    const api = { running: 1, waiting: 1, waitMs: 60_000 };
    const bodies: string[] = [];
    const { send, url } = await front(
      {
        handle: async (request, response) => {
          await handle(request, response);
          bodies.push(await text(request));
        },
      },
      { lanes: { ...limits.lanes, api } },
    );
    send(post("/api/sync", "Content-Length: 5\r\n")).write("first");
    await expect.poll(now).toBe(1);
    const left = send(post("/api/sync", "Content-Length: 6\r\n"));
    left.write("second");
    await once(left, "connect");
    // What is asked afterwards is answered afterwards: then the front has seen the one before it.
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    left.resetAndDestroy();
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    open();
    await expect.poll(() => bodies).toEqual(["first", "second"]);
  });
});

describe("an answer that nobody reads", () => {
  it("gives way, the oldest first, when all of them are too much", async () => {
    const answer = Buffer.alloc(8_000_000, "x");
    let handled = 0;
    const { send, url } = await front(
      {
        handle: async (_, response) => {
          handled += 1;
          response.end(answer);
        },
      },
      { unreadBytes: 20_000_000 },
    );
    const deaf: Socket[] = [];
    for (let n = 1; n <= 4; n += 1) {
      deaf.push(send(get("/progress")).pause());
      await expect.poll(() => handled).toBe(n);
    }
    const ended = once(deaf[0] ?? expect.fail(), "close");
    deaf[0]?.resume();
    await ended;
    expect((await fetch(url)).status).toBe(200);
    for (const socket of deaf) socket.destroy();
  });

  it("holds no place of the queue", async () => {
    const page = { running: 1, waiting: 0, waitMs: 1 };
    const { send, url } = await front(
      {
        handle: async (request, response) => {
          if (request.url === "/") return response.end("ok");
          while (response.write(Buffer.alloc(1_000_000))) await new Promise(setImmediate);
          await once(response, "close");
        },
      },
      { lanes: { ...limits.lanes, page } },
    );
    const deaf = send(get("/progress")).pause();
    await expect.poll(async () => (await fetch(url)).status).toBe(200);
    deaf.destroy();
  });
});

it("an answer that fails when it was begun ends, and is no whole one", async () => {
  const logged = vi.mocked(console.error).mockImplementation(() => undefined);
  const { exchange } = await front({
    handle: async (_, response) => {
      response.writeHead(200, { "Content-Length": 100 }).write("half");
      await new Promise(setImmediate);
      throw new Error("It failed.");
    },
  });
  expect(await exchange(get("/progress"))).toMatch(/\r\n\r\nhalf$/);
  expect(logged.mock.calls.join()).toContain("It failed.");
  logged.mockReset();
});

describe("connections", () => {
  it("over the bound end the one that was idle the longest, not the new one", async () => {
    const { send, url } = await front({}, { connections: 3 });
    const idle = [];
    for (let n = 0; n < 3; n += 1) {
      const socket = send("GET / HTTP/1.1\r\nHost:");
      await once(socket, "connect");
      idle.push(socket);
    }
    const ended = once(idle[0] ?? expect.fail(), "close");
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    await ended;
    for (const socket of idle) socket.destroy();
  });

  it("end when the head of a request does not come, in words", async () => {
    const { exchange } = await front({}, { headMs: 100 });
    const answer = await exchange("GET / HTTP/1.1\r\nHost: here\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain("This request took too long to arrive.");
  });

  it("end without a word when nothing came: the request that comes just then is not answered by it", async () => {
    const noted: unknown[] = [];
    const { exchange } = await front({ note: (event) => noted.push(event) }, { headMs: 100 });
    expect(await exchange("")).toBe("");
    expect(noted).toEqual([]);
  });

  it("end when nothing moves on them", async () => {
    const { exchange } = await front({ handle: () => new Promise(() => {}) }, { silentMs: 100 });
    expect(await exchange(get("/progress"))).toBe("");
  });
});

describe("stopping", () => {
  it("ends what is under way, and half a request within its bound", async () => {
    const { handle, open, now } = held();
    const { send, stop } = await startFront({ handle }, { stopMs: 200 });
    const half = send("POST /api/sync HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\nx");
    const head = send("GET / HT");
    const whole = send(get("/progress"));
    let answer = "";
    whole.on("data", (chunk) => {
      answer += chunk;
    });
    await expect.poll(now).toBe(1);
    const stopped = stop();
    await once(head, "close");
    open();
    await once(whole, "close");
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    await stopped;
    expect(half.destroyed || (await once(half, "close"))).toBeTruthy();
  });
});

describe("who the client is", () => {
  const handle = async (_: unknown, response: { end: (text: string) => unknown }) =>
    response.end(clientAddress() ?? "nobody");
  const headers = { "x-forwarded-for": "203.0.113.9, 198.51.100.7" };

  it("is the socket's other end, whatever a header says", async () => {
    const { url } = await front({ handle });
    expect(await (await fetch(url, { headers })).text()).toBe("127.0.0.1");
  });

  it("is whom a named proxy says", async () => {
    const proxies = readProxies("loopback, 198.51.100.0/24") ?? expect.fail();
    const { url } = await front({ handle, site: { proxies } });
    expect(await (await fetch(url, { headers })).text()).toBe("203.0.113.9");
  });
});

it("a connection that asks one thing after another is kept", async () => {
  const { exchange } = await front();
  expect(statusesOf(await exchange(get("/") + get("/") + get("/", lastly)))).toEqual([
    200, 200, 200,
  ]);
});
