import { beforeEach, describe, expect, it } from "vitest";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { readLogVersion } from "#db/log-heads";
import { breakTotals, emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { closeUser } from "#db/users";
import { cards, day, now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";
import { sync } from "./sync";

async function expectRebuildable(database: Database, learner = "ann"): Promise<void> {
  expect(await storedOf(database, learner)).toEqual(await rebuilt(database, learner));
}

describe("sync", () => {
  let database: Database;

  beforeEach(async () => {
    database = await withUsers(await emptyDatabase());
  });

  const rows = async (table: string) => (await rowsOf(database, `select * from ${table}`)).sort();
  const all = () => Promise.all(["logs", "entries", "card_states", "daily_totals"].map(rows));

  it("answers a replay as it answered the first time, and stores nothing", async () => {
    const wrong = review({
      card: "crane-choice",
      answer: { kind: "choice", option: 1 },
      verdict: "correct",
    });
    const first = await send(database, [wrong]);
    expect(first.results).toEqual([
      { id: "r1", status: "stored", graded: "wrong", rating: "again" },
    ]);
    const before = await rows("entries");
    const again = await send(database, [wrong]);
    expect(again.results).toEqual([
      { id: "r1", status: "replayed", graded: "wrong", rating: "again" },
    ]);
    expect(again.states).toEqual(first.states);
    expect(again.cursor).toBe(first.cursor);
    expect(await rows("entries")).toEqual(before);
  });

  it("knows a replay whatever the order of its fields", async () => {
    await send(database, [review()]);
    const reversed = Object.fromEntries(Object.entries(review()).reverse());
    expect((await send(database, [reversed])).results[0]?.status).toBe("replayed");
  });

  it("refuses another entry under an id that is taken, before or in the same request", async () => {
    await send(database, [review()]);
    const { results } = await send(database, [
      review({ rating: "easy" }),
      review({ id: "r2" }),
      review({ id: "r2", rating: "hard" }),
      review({ id: "r2" }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      "refused",
      "stored",
      "refused",
      "replayed",
    ]);
    await expectRebuildable(database);
  });

  it("answers item by item: nothing that is wrong with one blocks another", async () => {
    let deep: unknown = 1;
    for (let i = 0; i < 20_000; i += 1) deep = [deep];
    const { results } = await send(database, [
      null,
      "text",
      { id: "no type" },
      { ...review({ id: "x1" }), at: 1.5 },
      { ...review({ id: "x2" }), answer: { kind: "choice", option: "first" } },
      { ...review({ id: "x3" }), rating: "best" },
      { ...review({ id: "x4" }), type: "unknown", kind: "unknown", body: {} },
      { id: "x5", device: "d", sequence: 1, at: 1, type: "memo", text: "x".repeat(70_000) },
      { id: "x6", device: "d", sequence: 1, at: 1, type: "memo", deep },
      { ...review({ id: "x7" }), answer: { kind: "options", asked: "choice", said: ["yes"] } },
      { ...review({ id: "x8" }), answer: { kind: "options", asked: "cloze", said: [true] } },
      review({ id: "a1", card: "retired" }),
      review({ id: "a2", cardVersion: "old" }),
      { id: "a3", device: "d", sequence: 1, at: start, type: "hide", card: "box-what" },
      review({ id: "a4", answer: { kind: "options", asked: "choice", said: [true, null] } }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(11).fill("refused"),
      ...Array(4).fill("stored"),
    ]);
    expect(results.map(({ id }) => id).slice(0, 11)).toEqual([
      ...["", "", "", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"],
    ]);
    for (const { status, reason } of results) expect(Boolean(reason)).toBe(status === "refused");
    await expectRebuildable(database);
  });

  it("refuses a setting with no value at all", async () => {
    const setting = { id: "s", device: "d", sequence: 1, at: start, type: "setting", key: "road" };
    const { results } = await send(database, [setting]);
    expect(results).toMatchObject([{ status: "refused", reason: "value: is missing" }]);
  });

  it("bounds what a wrong clock says, records it, and answers a replay alike", async () => {
    const ahead = review({ id: "ahead", at: now + 400 * day });
    const { results } = await send(database, [ahead, review({ id: "reset", at: 0 })]);
    const bounded = [
      { id: "ahead", status: "stored", at: now + 60_000 },
      { id: "reset", status: "stored", at: Date.UTC(2020, 0, 1) },
    ];
    expect(results).toEqual(bounded);
    const clocks = "select claimed_at, received_at, at from entries order by id";
    expect(await rowsOf(database, clocks)).toEqual([
      [ahead.at, now, bounded[0]?.at],
      [0, now, bounded[1]?.at],
    ]);
    const again = await send(database, [ahead], { at: now + day });
    expect(again.results).toEqual([{ ...bounded[0], status: "replayed" }]);
    await expectRebuildable(database);
  });

  it("changes nothing when there is nothing new", async () => {
    await send(database, []);
    expect(await readLogVersion(database, "ann")).toBe(0);
  });

  it("writes all of a batch or nothing of it", async () => {
    await send(database, [review()]);
    const before = await all();
    const { mend } = await breakTotals(database);
    await expect(send(database, [review({ id: "r2", at: start + 1 })])).rejects.toThrow("fault");
    await mend();
    expect(await all()).toEqual(before);
    await send(database, [review({ id: "r2", at: start + 1 })]);
    await expectRebuildable(database);
  });

  it("keeps learners apart: the same ids are other entries, and nothing is seen across", async () => {
    await send(database, [review({ rating: "easy" })], { learner: "ann" });
    const told = await send(database, [review({ rating: "again" })], { learner: "bob" });
    expect(told.results).toEqual([{ id: "r1", status: "stored" }]);
    expect(told.entries).toEqual([]);
    const voiding = { id: "v", device: "d", sequence: 2, at: now, type: "void" };
    await send(database, [{ ...voiding, target: "r1", card: "box-what" }], { learner: "bob" });
    expect(await readLog(database, "ann")).toHaveLength(1);
    expect((await storedOf(database, "ann")).totals).toHaveLength(1);
    expect((await storedOf(database, "bob")).totals).toHaveLength(0);
    await expectRebuildable(database, "ann");
    await expectRebuildable(database, "bob");
  });

  it("refuses the entries of another account whole", async () => {
    const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };
    const asked = { device: "d", since: 0, entries: [review()], cards, now, learner };
    expect(await sync(database, { ...asked, account: "bob" })).toBeNull();
    expect(await readLog(database, "ann")).toEqual([]);
  });

  it("has no answer for an account that was deleted meanwhile", async () => {
    await writeTogether(database, closeUser(database, "ann"));
    const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };
    const asked = { account: "ann", device: "d", since: 0, entries: [review()], cards, now };
    expect(await sync(database, { ...asked, learner })).toBeNull();
  });
});
