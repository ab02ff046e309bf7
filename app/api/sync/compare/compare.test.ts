import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { digestsOf, overallDigest } from "#core/log/digest";
import { protocol } from "#core/log/protocol";
import type { CompareRequest } from "#core/log/sync-types";
import { register } from "#server/account/register";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { POST } from "./route";

let sample: Awaited<ReturnType<typeof startSample>>;
const sessions = new Map<string, string>();

beforeAll(async () => {
  sample = await startSample();
  for (const id of ["ann", "bob"]) {
    const asked = { id, email: `${id}@example.org`, password: "long enough", address: null };
    const made = await register(database(), { ...asked, now: Date.now() });
    if (made.outcome === "registered") sessions.set(id, made.token);
  }
});

afterAll(() => sample.end());

const nothing = overallDigest(digestsOf({ entries: [], states: [] }));
const empty: CompareRequest = {
  protocol,
  ...{ account: "ann", cursor: 0, history: "", from: Date.now(), held: nothing },
};

function post(body: unknown, who: string | null, headers: Record<string, string> = {}) {
  const cookie = `mooring.session=${(who && sessions.get(who)) ?? "none"}`;
  return POST(
    new Request("http://localhost:3000/api/sync/compare", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", cookie, ...headers },
    }),
  );
}

describe("POST /api/sync/compare", () => {
  it("compares with the log of whoever is logged in", async () => {
    const response = await post(empty, "ann");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ protocol, verdict: "equal" });
    const other = await post({ ...empty, held: [["card", "1-1-1"]] }, "ann");
    expect(await other.json()).toEqual({
      protocol,
      verdict: "unequal",
      cards: [{ card: "card", state: null, entries: [] }],
    });
    const later = await post({ ...empty, protocol: protocol + 1 }, "ann");
    expect(await later.json()).toEqual({ protocol, verdict: "moved" });
  });

  it("says 401 to anyone else, and to what is another account's", async () => {
    for (const response of [await post(empty, null), await post(empty, "bob")]) {
      expect(response.status).toBe(401);
      expect(((await response.json()) as RequestProblem).error).toBe("signed-out");
    }
  });

  it("refuses what is no request of ours", async () => {
    for (const wrong of [{ cursor: -1 }, { held: 1 }, { held: [["card"]] }, { from: "today" }]) {
      expect((await post({ ...empty, ...wrong }, "ann")).status).toBe(400);
    }
    const many = Array(20_002).fill(["a", "b"]);
    expect((await post({ ...empty, held: many }, "ann")).status).toBe(400);
    expect((await post({ ...empty, held: "x".repeat(1_048_577) }, "ann")).status).toBe(413);
  });
});
