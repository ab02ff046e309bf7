import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { protocol } from "#core/log/protocol";
import type { SyncResponse } from "#core/log/sync-types";
import { defaultSettings } from "#core/scheduling/settings";
import { heldElsewhere } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { register } from "#server/account/register";
import { deckCatalog } from "#server/base/catalog";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { quota } from "#server/log/quota";
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
  // Compiling the whole deck takes a second or more.
  await deckCatalog();
}, 60_000);

afterAll(() => sample.end());

const nothing = { account: "ann", device: "d", since: 0, entries: [] };
const at = Date.UTC(2026, 0, 5);
const note = { id: "n1", device: "d", sequence: 1, at, type: "memo", text: "a" };

function post(body: unknown, who: string | null, headers: Record<string, string> = {}) {
  const cookie = `other=1; mooring.session=${(who && sessions.get(who)) ?? "none"}; more=2`;
  return POST(
    new Request("http://localhost:3000/api/sync", {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", cookie, ...headers },
    }),
  );
}

describe("POST /api/sync", () => {
  it("answers whoever is logged in", async () => {
    const response = await post({ ...nothing, entries: [note] }, "ann");
    expect(response.status).toBe(200);
    expect((await response.json()) as SyncResponse).toEqual({
      protocol,
      account: { id: "ann", email: "ann@example.org" },
      history: "",
      cursor: 1,
      results: [{ id: "n1", status: "stored" }],
      states: [],
      entries: [],
      settings: defaultSettings,
      from: expect.any(Number),
    });
  });

  it("says 401 to anyone else, and to entries of another account", async () => {
    for (const response of [await post(nothing, null), await post(nothing, "bob")]) {
      expect(response.status).toBe(401);
      expect(response.headers.get("x-history")).toBe("");
      expect(((await response.json()) as RequestProblem).error).toBe("signed-out");
    }
  });

  it("shows nobody what is another's", async () => {
    await post({ ...nothing, entries: [{ ...note, id: "n2" }] }, "ann");
    const response = await post({ ...nothing, account: "bob" }, "bob");
    expect((await response.json()) as SyncResponse).toMatchObject({ cursor: 0, entries: [] });
  });

  it("refuses what is no request of ours", async () => {
    expect((await post("{", "ann")).status).toBe(400);
    expect((await post({ ...nothing, since: -1 }, "ann")).status).toBe(400);
    expect((await post({ ...nothing, entries: Array(501).fill(note) }, "ann")).status).toBe(400);
    expect((await post("x".repeat(1_048_577), "ann")).status).toBe(413);
  });

  it("moves the cookie's end on with the session's, once an hour", async () => {
    expect((await post(nothing, "ann")).headers.get("set-cookie")).toBeNull();
    await rowsOf(database(), "update sessions set last_seen_at = last_seen_at - 3600000");
    const cookie = (await post(nothing, "ann")).headers.get("set-cookie");
    expect(cookie).toMatch(`mooring.session=${sessions.get("ann")}; Path=/`);
    expect((await post(nothing, "ann")).headers.get("set-cookie")).toBeNull();
  });
});

describe("what one request may carry", () => {
  const long = (n: number, characters: number) => ({
    ...{ ...note, id: `long-${n}`, sequence: n + 1 },
    text: "x".repeat(characters),
  });
  const sendLong = (entries: unknown[]) => post({ ...nothing, account: "bob", entries }, "bob");

  it("is a body of 400 kB, as devices cut what they have, of which every entry is taken", async () => {
    const entries = Array.from({ length: 8 }, (_, n) => long(n, 50_000));
    const response = await sendLong(entries);
    const { results } = (await response.json()) as SyncResponse;
    expect(results).toEqual(entries.map(({ id }) => ({ id, status: "stored" })));
  });

  it("is put off with 429 while the account's day is full, and taken when it comes again", async () => {
    const today = Math.floor(Date.now() / 86_400_000);
    const fill = (day: number, entries: number) =>
      rowsOf(
        database(),
        `update logs set last_day = ${day}, entries_of_day = ${entries} where learner = 'bob'`,
      );
    // The last moments of a day would be those of the next one, too.
    for (const day of [today, today + 1]) {
      await fill(day, quota.entriesPerDay);
      const late = [long(100, 10)];
      const response = await sendLong(late);
      if (response.status === 200) continue;
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(response.headers.get("retry-after"))).toBeLessThanOrEqual(86_400);
      const { error, message } = (await response.json()) as RequestProblem;
      expect([error, message]).toEqual(["wait", expect.stringMatching(/\S/)]);
      await fill(day, 0);
      expect(((await (await sendLong(late)).json()) as SyncResponse).results).toEqual([
        { id: "long-100", status: "stored" },
      ]);
      return;
    }
    expect.fail("A day that is full takes entries.");
  });
});

describe("many batches of one account at once", () => {
  const entry = (n: number) => ({ ...note, id: `many-${n}` });
  const stored = async () =>
    (await rowsOf(database(), "select id from entries where id like 'many-%'")).length;

  it("are stored each in turn, or put off with 503 and a moment to come again", async () => {
    const batches = Array.from({ length: 130 }, (_, n) => [entry(2 * n), entry(2 * n + 1)]);
    const ask = (entries: unknown[]) => post({ ...nothing, entries }, "ann");
    const answers = await Promise.all(batches.map(ask));
    const taken = answers.filter(({ status }) => status === 200);
    const putOff = answers.filter(({ status }) => status !== 200);
    expect(taken.length).toBeGreaterThanOrEqual(64);
    expect(putOff.length).toBeGreaterThan(0);
    for (const answer of putOff) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(await stored()).toBe(2 * taken.length);
    const late = batches.filter((_, n) => answers[n]?.status !== 200);
    for (const batch of late) expect((await ask(batch)).status).toBe(200);
    expect(await stored()).toBe(260);
  });

  it("wait for another process's lock with the event loop free", async () => {
    const letGo = await heldElsewhere(database());
    const answers = Array.from({ length: 32 }, (_, n) =>
      post({ ...nothing, entries: [entry(1000 + n)] }, "ann"),
    );
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
    await letGo();
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
  });
});
