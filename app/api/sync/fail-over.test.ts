import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { SyncResponse } from "#core/log/sync-types";
import { closeDatabase } from "#db/client";
import { bareDatabase, urlOf } from "#db/postgres/sample-postgres";
import { makeRelay, type Relay } from "#db/postgres/sample-relay";
import { rowsOf } from "#db/samples/stored-rows";
import { addUser } from "#db/users";
import { deckCatalog } from "#server/base/catalog";
import { database, prepareDatabase } from "#server/base/database";
import { health } from "#server/health";
import { cards, rebuilt, review, start, storedOf } from "#server/log/sample-sync";
import { openSession } from "#server/session/session";
import { POST } from "./route";

let relay: Relay;
let place: Awaited<ReturnType<typeof bareDatabase>>;
const learners = Array.from({ length: 6 }, (_, n) => `learner-${n}`);
const perLearner = 15;
const cookies = new Map<string, string>();

beforeAll(async () => {
  place = await bareDatabase();
  const url = new URL(urlOf(place.name));
  relay = await makeRelay(Number(url.port));
  url.port = String(relay.port);
  process.env.DATABASE_URL = url.href;
  process.env.AUTH_SECRET = "a secret of the tests, long enough";
  await relay.mend();
  await prepareDatabase();
  for (const id of learners) {
    await addUser(database(), { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
    const token = await openSession(database(), { userId: id, now: Date.now() });
    cookies.set(id, `mooring.session=${token}`);
  }
  await deckCatalog();
}, 120_000);

afterAll(async () => {
  await closeDatabase(database());
  relay.cut();
  await place.remove();
});

function send(learner: string, entries: unknown[], since: number): Promise<Response> {
  const headers = { "content-type": "application/json", cookie: cookies.get(learner) ?? "" };
  const body = JSON.stringify({ account: learner, device: "d", since, entries });
  return POST(new Request("http://localhost:3000/api/sync", { method: "POST", body, headers }));
}

/** How many reviews were told to be stored. */
let stored = 0;

/** Sends some reviews, and again what was put off, as a device does; gives how often it was. */
async function study(learner: string, reviews: number): Promise<number> {
  let putOff = 0;
  let since = 0;
  for (let n = 0; n < reviews; n += 1) {
    const sent = review({ id: `r${n}`, at: start + n * 60_000, sequence: n + 1 });
    for (;;) {
      const response = await send(learner, [sent], since);
      if (response.status === 200) {
        const { cursor, results } = (await response.json()) as SyncResponse;
        expect(["stored", "replayed"]).toContain(results[0]?.status);
        since = cursor;
        stored += 1;
        break;
      }
      expect(response.status).toBe(503);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      putOff += 1;
      await new Promise((next) => setTimeout(next, 20));
    }
  }
  return putOff;
}

it("while the database goes away and comes back, what is sent is put off, and nothing is lost or doubled", async () => {
  const logged = vi.mocked(console.error).mockImplementation(() => undefined);
  expect(await health()).toEqual({ ok: true });
  const studying = Promise.all(learners.map((learner) => study(learner, perLearner)));
  for (let cuts = 0; cuts < 5; cuts += 1) {
    const before = stored;
    // As soon as some more was told to be stored.
    await expect.poll(() => stored, { interval: 5, timeout: 30_000 }).toBeGreaterThan(before);
    relay.cut();
    if (cuts === 0) expect(await health()).toEqual({ ok: false });
    await new Promise((next) => setTimeout(next, 20));
    await relay.mend();
  }
  const putOff = (await studying).reduce((sum, one) => sum + one, 0);
  expect(putOff).toBeGreaterThan(0);
  await expect.poll(health).toEqual({ ok: true });
  const rows = await rowsOf(database(), "select learner, id from entries");
  expect(rows).toHaveLength(learners.length * perLearner);
  for (const learner of learners) {
    const { states } = await storedOf(database(), learner);
    expect(states).toEqual((await rebuilt(database(), learner)).states);
    expect([...states.keys()].every((card) => cards.has(card))).toBe(true);
  }
  expect(String(logged.mock.calls)).not.toContain(new URL(process.env.DATABASE_URL ?? "").password);
  logged.mockReset();
}, 180_000);
