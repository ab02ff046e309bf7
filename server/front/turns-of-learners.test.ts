import { once } from "node:events";
import { expect, it } from "vitest";
import { readProxies } from "#server/base/client-address";
import { inTurn } from "#server/base/in-turn";
import { limits } from "./limits";
import { get, held, post, startFront } from "./sample-front";

const proxies = readProxies("loopback") ?? expect.fail();

it("requests that wait for one learner's turn hold no place that others could have", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let came = 0;
  let running = 0;
  let most = 0;
  const { url, stop } = await startFront(
    {
      site: { proxies },
      handle: async (request, response) => {
        const learner = request.headers["user-agent"] ?? "";
        came += learner === "hard" ? 1 : 0;
        await inTurn({ learner, size: 1 }, async () => {
          running += 1;
          most = Math.max(most, running);
          if (learner === "hard") await gate;
          running -= 1;
        });
        response.end("ok");
      },
    },
    { lanes: { ...limits.lanes, api: { running: 2, waiting: 50, waitMs: 60_000 } } },
  );
  const ask = async (learner: string, from: string) => {
    const headers = { "user-agent": learner, "x-forwarded-for": from };
    return (await fetch(`${url}/api/sync`, { method: "POST", body: "{}", headers })).status;
  };
  const hard = Array.from({ length: 40 }, () => ask("hard", "203.0.113.1"));
  await expect.poll(() => came).toBe(40);
  for (let n = 0; n < 5; n += 1) expect(await ask(`good-${n}`, "203.0.113.1")).toBe(200);
  expect(await ask("good", "198.51.100.1")).toBe(200);
  open();
  expect(new Set(await Promise.all(hard))).toEqual(new Set([200]));
  expect(most).toBe(2);
  await stop();
});

it.each(["page", "body"])(
  "a %s whose handler ended while it waited holds no place",
  async (kind) => {
    const { handle, open, now } = held();
    let waiting = 0;
    const told: unknown[] = [];
    const lane = { running: 2, waiting: 50, waitMs: 60_000 };
    const { url, send, stop } = await startFront(
      {
        handle: async (request, response) => {
          if (request.headers["user-agent"] !== "hard") return response.end("ok");
          const turn = inTurn({ learner: kind, size: 1 }, () => handle(request, response));
          waiting += 1;
          // As a page is: its parts go on for nobody once the client has left.
          turn.catch((error: unknown) => told.push(error));
          await once(response, "close");
        },
      },
      { lanes: { ...limits.lanes, page: lane, api: lane } },
    );
    const hard = "User-Agent: hard\r\n";
    const asked =
      kind === "page"
        ? get("/progress", hard)
        : `${post("/api/sync", `Content-Length: 1\r\n${hard}`)}x`;
    const first = send(asked);
    await expect.poll(now).toBe(1);
    for (let n = 2; n <= 3; n += 1) {
      const left = send(asked);
      await expect.poll(() => waiting).toBe(n);
      left.resetAndDestroy();
      await once(left, "close");
    }
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    open();
    await expect.poll(() => told).toHaveLength(2);
    first.destroy();
    const method = kind === "page" ? "GET" : "POST";
    const path = kind === "page" ? "/progress" : "/api/sync";
    for (let n = 0; n < 4; n += 1) {
      expect((await fetch(url + path, { method, signal: AbortSignal.timeout(5_000) })).status).toBe(
        200,
      );
    }
    await stop();
  },
);
