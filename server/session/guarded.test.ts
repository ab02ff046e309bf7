import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { register } from "#server/account/register";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { noteWork } from "#server/base/work-account";
import { guarded } from "./guarded";

let sample: Awaited<ReturnType<typeof startSample>>;
let token = "";

beforeAll(async () => {
  sample = await startSample();
  const asked = { id: "ann", email: "ann@example.org", password: "long enough", address: null };
  const made = await register(database(), { ...asked, now: Date.now() });
  if (made.outcome === "registered") token = made.token;
});

afterAll(() => sample.end());

it("requests that waited are put off where those before them took all of an account's work", async () => {
  const asked: Promise<Response>[] = [];
  const answer = guarded({ schema: z.object({}), maxBytes: 100, inTurn: {} }, async (given) => {
    // The others have come by now, and wait.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
    noteWork(given.learner.id, { spent: 60_000, now: Date.now() });
    return Response.json({});
  });
  for (let n = 0; n < 3; n += 1) {
    const headers = { "content-type": "application/json", cookie: `mooring.session=${token}` };
    asked.push(
      answer(new Request("http://localhost:3000/", { method: "POST", body: "{}", headers })),
    );
  }
  const [first, ...others] = await Promise.all(asked);
  expect(first?.status).toBe(200);
  for (const other of others) {
    expect(other.status).toBe(429);
    expect(Number(other.headers.get("retry-after"))).toBeGreaterThan(0);
  }
});
