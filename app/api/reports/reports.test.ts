import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { protocol } from "#core/log/protocol";
import { inRequest } from "#server/base/request-context";
import { startSample } from "#server/base/sample-app";
import { POST } from "./route";

let sample: Awaited<ReturnType<typeof startSample>>;

beforeAll(async () => {
  sample = await startSample();
});

afterAll(() => sample.end());

const report = {
  ...{ type: "report", id: "m1", device: "d", sequence: 1, at: 1 },
  ...{ card: "box-what", cardVersion: "v1", reason: "outdated", text: "" },
};

function post(body: unknown, headers: Record<string, string> = {}) {
  return POST(
    new Request("http://localhost:3000/api/reports", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    }),
  );
}

describe("POST /api/reports", () => {
  it("takes a guest's report, and says the same to a replay", async () => {
    expect((await post(report)).status).toBe(201);
    expect((await post(report)).status).toBe(200);
    expect((await post({ ...report, reason: "wrong" })).status).toBe(409);
    // The number of who sends it is no part of the report; what else there is, is.
    const numbered = await post({ ...report, protocol: 99 });
    expect([numbered.status, await numbered.json()]).toEqual([
      200,
      { protocol, status: "replayed" },
    ]);
    expect((await post({ ...report, more: 1 })).status).toBe(409);
  });

  it("refuses what is no report of ours", async () => {
    expect((await post({ ...report, text: "x".repeat(10_000) })).status).toBe(413);
    const response = await post({ ...report, id: "m2", text: "x".repeat(1001) });
    expect(response.status).toBe(400);
    expect((await response.json()) as RequestProblem).toMatchObject({ error: "invalid" });
  });

  it("takes the longest report there can be", async () => {
    const widest = "\u0000".repeat(1000);
    expect((await post({ ...report, id: "m3", text: widest })).status).toBe(201);
  });

  it("makes an address wait that sends too many", async () => {
    const send = (id: string) =>
      inRequest({ id: "1", address: "203.0.113.9" }, () => post({ ...report, id }));
    for (let made = 0; made < 60; made += 1) expect((await send(`n${made}`)).status).toBe(201);
    expect((await send("last")).status).toBe(429);
  });
});
