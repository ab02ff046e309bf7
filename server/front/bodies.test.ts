import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { limits } from "./limits";
import { get, held, post, startFronts, statusesOf } from "./sample-front";

const { start: front, stopAll } = startFronts();
afterEach(stopAll);

describe("a body", () => {
  const json = "Content-Type: application/json\r\n";

  it("is refused while it streams, before anything behind sees it", async () => {
    let handled = 0;
    const { send } = await front({
      handle: async () => {
        handled += 1;
      },
    });
    const socket = send(post("/api/account/register", `${json}Transfer-Encoding: chunked\r\n`));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    const closed = once(socket, "close");
    const chunk = `2000\r\n${"x".repeat(0x2000)}\r\n`;
    for (let sent = 0; sent < 4_000_000 && !socket.destroyed; sent += 0x2000) {
      if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), closed]);
    }
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain(
      '{"error":"too-large","message":"At most 10000 bytes are taken at once."}',
    );
    expect(handled).toBe(0);
  });

  it.each([
    ["/api/account/register", 10_000],
    ["/api/auth/callback/credentials", 10_000],
    ["/api/reports", 10_000],
    ["/api/sync", 1_048_576],
    ["/api/sync/compare", 1_048_576],
  ])("of %s may have %d bytes and not one more", async (path, most) => {
    const { url } = await front({
      handle: async (request, response) => {
        let bytes = 0;
        for await (const chunk of request) bytes += chunk.length;
        response.end(String(bytes));
      },
    });
    const send = (bytes: number) => fetch(url + path, { method: "POST", body: "x".repeat(bytes) });
    expect(await (await send(most)).text()).toBe(String(most));
    expect((await send(most + 1)).status).toBe(413);
  });

  it("that says to be too large is refused at once, also before it is sent", async () => {
    const { exchange } = await front();
    const asks = `Expect: 100-continue\r\nContent-Length: 150000000\r\n`;
    expect(statusesOf(await exchange(post("/api/auth/callback/credentials", asks)))).toEqual([413]);
  });

  it("takes no place of others while it is on its way", async () => {
    const lanes = { ...limits.lanes, account: { running: 1, waiting: 0, waitMs: 1 } };
    const { send, url } = await front({}, { lanes });
    const slow = send(post("/api/account/register", "Content-Length: 100\r\n"));
    slow.write("x");
    await once(slow, "connect");
    expect(await (await fetch(`${url}/api/account/register`, { method: "POST" })).text()).toBe(
      "ok",
    );
    slow.destroy();
  });

  it("gives way, the slowest first, when all that are on their way are too much", async () => {
    const { send, url } = await front({}, { bodyBytes: 2_000 });
    const slow = send(post("/api/account/register", "Content-Length: 1500\r\n"));
    const ended = once(slow, "close");
    slow.write("x".repeat(1_400));
    await once(slow, "connect");
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    const body = "x".repeat(1_500);
    expect((await fetch(`${url}/api/account/register`, { method: "POST", body })).status).toBe(200);
    await ended;
  });

  it("counts until its turn has come: a connection ends that has too much wait for it", async () => {
    const { handle, open } = held();
    const { send, url } = await front({ handle }, { bodyBytes: 20_000 });
    const body = `${post("/api/sync", "Content-Length: 9000\r\n")}${"x".repeat(9_000)}`;
    const greedy = send(get("/progress"));
    for (let sent = 0; sent < 3; sent += 1) {
      expect(greedy.destroyed).toBe(false);
      greedy.write(body);
      // What is asked afterwards is answered afterwards: then all of it has come.
      expect((await fetch(`${url}/api/health`)).status).toBe(200);
    }
    await expect.poll(() => greedy.destroyed).toBe(true);
    open();
  });

  it("is handed on in one piece, however small the pieces in which it came", async () => {
    const pieces: string[] = [];
    const { exchange } = await front({
      handle: async (request, response) => {
        request.on("data", (piece) => pieces.push(String(piece)));
        await once(request, "end");
        response.end("ok");
      },
    });
    const body = "mooring".repeat(300);
    const chunks = [...body].map((sign) => `1\r\n${sign}\r\n`).join("");
    const head = post("/api/sync", "Connection: close\r\nTransfer-Encoding: chunked\r\n");
    expect(statusesOf(await exchange(`${head}${chunks}0\r\n\r\n`))).toEqual([200]);
    expect(pieces).toEqual([body]);
  });

  it("that was broken off counts no more", async () => {
    const { exchange, send, url } = await front({}, { bodies: 2 });
    const part = `1000\r\n${"x".repeat(0x1000)}\r\nno chunk`;
    const broken = post("/api/sync", "Transfer-Encoding: chunked\r\n") + part;
    const refused = await Promise.all([exchange(broken), exchange(broken)]);
    expect(refused.flatMap(statusesOf)).toEqual([400, 400]);
    const slow = send(post("/api/reports", "Connection: close\r\nContent-Length: 2\r\n"));
    slow.write("x");
    await once(slow, "connect");
    expect((await fetch(`${url}/api/reports`, { method: "POST", body: "x" })).status).toBe(200);
    slow.write("x");
    expect(statusesOf(await text(slow))).toEqual([200]);
  });
});
