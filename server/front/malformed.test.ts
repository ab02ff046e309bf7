import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemText } from "#core/text/site/problem-text";
import { get, held, type SampleFront, standingNames, startFront } from "./sample-front";

let front: SampleFront;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front.stop());

const chunked = "Transfer-Encoding: chunked";

describe("what is no request", () => {
  it.each([
    ["nonsense\r\n\r\n", 400],
    [`GET / HTTP/1.1\r\nHost: here\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["GET / HTTP/1.1\r\nHost: here\r\nBad Name: x\r\n\r\n", 400],
    ["POST /api/sync HTTP/1.1\r\nHost: here\r\nContent-Length: -1\r\n\r\n", 400],
    [
      "POST /api/sync HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      400,
    ],
  ])("is answered with all headers: %j", async (text, status) => {
    const answer = await front.exchange(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const header of standingNames) expect(answer.toLowerCase()).toContain(`${header}: `);
  });

  it("is answered 400 in words where it is a malformed body after a good head", async () => {
    const head = "POST /api/reports HTTP/1.1\r\nHost: here\r\nConnection: close\r\n";
    const malformed = [
      ["a coding that is none", "Transfer-Encoding: identity", "{}"],
      ["another one", "Transfer-Encoding: xchunked", "{}"],
      ["no chunk", chunked, "nonsense\r\n"],
      ["endless trailers", chunked, `2\r\n{}\r\n0\r\nX: ${"y".repeat(40_000)}\r\n\r\n`],
      ["an endless extension", chunked, `2;${"y".repeat(40_000)}\r\n{}\r\n`],
    ] as const;
    // Side by side: the front lingers for a second over each.
    await Promise.all(
      malformed.map(async ([name, coding, body]) => {
        const answer = await front.exchange(`${head}${coding}\r\n\r\n${body}`);
        expect(answer, name).toMatch(/^HTTP\/1\.1 400 /);
        expect(answer, name).toContain(problemText().badRequest);
        for (const header of standingNames) {
          expect(answer.toLowerCase(), name).toContain(`${header}: `);
        }
      }),
    );
  });
});

describe("who asks for a tunnel", () => {
  const connect = "CONNECT here:1 HTTP/1.1\r\nHost: here\r\n\r\n";

  it("is answered 405", async () => {
    expect(await front.exchange(connect)).toMatch(/^HTTP\/1\.1 405 /);
  });

  it("and leaves before the answer does no harm", async () => {
    for (let n = 0; n < 20; n += 1) {
      const socket = front.send(connect);
      await once(socket, "connect");
      socket.resetAndDestroy();
    }
    expect((await fetch(`${front.url}/api/health`)).status).toBe(200);
  });

  it("is told nothing in the middle of an earlier answer", async () => {
    const { handle, now } = held();
    const { send, exchange, stop } = await startFront({ handle });
    const first = send(get("/progress"));
    await expect.poll(now).toBe(1);
    expect(await exchange(get("/progress") + connect)).toBe("");
    first.destroy();
    await stop();
  });
});
