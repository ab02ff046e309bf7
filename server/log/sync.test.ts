import { beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "#core/log/types";
import { defaultSettings } from "#core/scheduling/settings";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { memoryDatabase } from "#db/memory-database";
import { readLogVersion } from "#db/users";
import { cards, day, now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";
import { sync } from "./sync";

async function expectRebuildable(database: Database, learner = "ann"): Promise<void> {
  expect(await storedOf(database, learner)).toEqual(await rebuilt(database, learner));
}

describe("sync", () => {
  let database: Database;

  beforeEach(async () => {
    database = await withUsers(memoryDatabase());
  });

  const rows = (table: string) => database.$client.prepare(`select * from ${table}`).all();

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
    const before = rows("entries");
    const again = await send(database, [wrong]);
    expect(again.results).toEqual([
      { id: "r1", status: "replayed", graded: "wrong", rating: "again" },
    ]);
    expect(again.states).toEqual(first.states);
    expect(again.cursor).toBe(first.cursor);
    expect(rows("entries")).toEqual(before);
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

  it("names the entry that has the id, as it counts, and the state that follows from it", async () => {
    const handedIn = review({ id: "q-0", card: "crane-choice", mode: "quiz", quiz: "q" });
    const first = { ...handedIn, answer: { kind: "choice", option: 1 }, verdict: "correct" };
    await send(database, [first]);
    const { results, states } = await send(database, [{ ...first, at: start + 9, device: "e" }]);
    expect(results).toEqual([
      expect.objectContaining({
        ...{ id: "q-0", status: "refused" },
        instead: { ...first, verdict: "wrong", rating: "again" },
      }),
    ]);
    expect(states).toEqual([expect.objectContaining({ card: "crane-choice" })]);
    const { results: ofBob } = await send(database, [first], { learner: "bob" });
    expect(ofBob).toEqual([expect.objectContaining({ id: "q-0", status: "stored" })]);
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
      { ...review({ id: "x4" }), type: "unknown", kind: "review", body: {} },
      { id: "x5", device: "d", sequence: 1, at: 1, type: "note", text: "x".repeat(70_000) },
      { id: "x6", device: "d", sequence: 1, at: 1, type: "note", deep },
      { ...review({ id: "x7" }), answer: { kind: "options", asked: "choice", said: ["yes"] } },
      { ...review({ id: "x8" }), answer: { kind: "options", asked: "cloze", said: [true] } },
      review({ id: "a1", card: "retired" }),
      review({ id: "a2", cardVersion: "old" }),
      { id: "a3", device: "d", sequence: 1, at: start, type: "suspend", card: "box-what" },
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

  it("keeps unknown kinds and passes them on as they came", async () => {
    const suspend = { id: "s", device: "d", sequence: 1, at: start, type: "suspend", card: "c" };
    await send(database, [suspend]);
    const { entries } = await send(database, []);
    const { id, device, sequence, at } = suspend;
    expect(entries).toEqual([
      { id, device, sequence, at, type: "unknown", kind: "suspend", body: { card: "c" } },
    ]);
  });

  it("keeps settings and values of a newer version, and passes them on as they are", async () => {
    const setting = { device: "d", at: start, type: "setting" };
    const sent = ["dark", null, ["a", 1], { of: { a: "newer version" } }, "", -1].map(
      (value, i) => ({
        ...setting,
        ...{ id: `s${i}`, sequence: i + 1, key: i % 2 ? "newPerDay" : "ofANewerVersion", value },
      }),
    );
    const { results } = await send(database, sent);
    expect(results.map(({ status }) => status)).toEqual(sent.map(() => "stored"));
    const told = await send(database, []);
    expect(told.entries).toEqual(sent);
    expect(told.settings).toEqual(defaultSettings);
    expect((await send(database, sent)).results[0]).toMatchObject({ status: "replayed" });
    await expectRebuildable(database);
  });

  it("refuses a setting with no value at all", async () => {
    const setting = { id: "s", device: "d", sequence: 1, at: start, type: "setting", key: "road" };
    const { results } = await send(database, [setting]);
    expect(results).toMatchObject([{ status: "refused", reason: "value: is missing" }]);
  });

  it("gives quizzes and settings back whole, and reviews as they count", async () => {
    const sent: Entry[] = [
      {
        ...{ id: "q", device: "d", sequence: 1, at: start, type: "quiz", quiz: "q1" },
        ...{ event: "start", plan: { topics: ["harbour"], questions: [{ card: "c", seed: 3 }] } },
      },
      {
        ...{ id: "e", device: "d", sequence: 7, at: start, type: "quiz", quiz: "q2" },
        event: "start",
        plan: {
          topics: ["harbour"],
          questions: [{ card: "c", seed: 3, level: 40, round: 1 }],
          style: "exam",
          by: "concepts",
          seed: 9,
          limit: 60_000,
          asksConfidence: true,
        },
      },
      {
        ...{ id: "a", device: "d", sequence: 8, at: start, type: "quiz", quiz: "q2" },
        event: "answer",
        plan: null,
        given: {
          card: "c",
          answer: { kind: "choice", option: 1 },
          confidence: 3,
          duration: 4000,
        },
      },
      {
        id: "f",
        device: "d",
        sequence: 2,
        at: start,
        type: "quiz",
        quiz: "q1",
        event: "finish",
        plan: null,
      },
      { id: "s", device: "d", sequence: 3, at: start, type: "setting", key: "newPerDay", value: 7 },
      {
        id: "t",
        device: "d",
        sequence: 4,
        at: start,
        type: "setting",
        key: "shortcuts",
        value: false,
      },
      review({
        id: "r",
        sequence: 5,
        confidence: 2,
        verdict: "correct",
        answer: { kind: "choice", option: 1 },
        card: "crane-choice",
      }),
      {
        id: "v",
        device: "d",
        sequence: 6,
        at: start,
        type: "void",
        target: "r",
        card: "crane-choice",
      },
    ];
    await send(database, sent);
    const { entries, settings } = await send(database, []);
    const expected = sent.map((one) =>
      one.id === "r" ? { ...one, verdict: "wrong", rating: "again" } : one,
    );
    // A batch comes back in its device's order.
    expect(entries).toEqual(expected.sort((a, b) => a.sequence - b.sequence));
    expect(settings).toMatchObject({ newPerDay: 7, shortcuts: false, desiredRetention: 0.9 });
  });

  it("does not send a device its own entries back", async () => {
    await send(database, [review({ id: "other" })]);
    const told = await send(database, [review({ id: "own", at: start + 1 })]);
    expect(told.entries.map(({ id }) => id)).toEqual(["other"]);
  });

  it("leaves reviews older than 90 days out, and nothing else", async () => {
    const at = now - 91 * day;
    await send(database, [
      review({ id: "old", at }),
      review({ id: "young", at: at + 2 * day }),
      { id: "s", device: "d", sequence: 1, at, type: "setting", key: "newPerDay", value: 7 },
    ]);
    const { entries, states } = await send(database, []);
    expect(entries.map(({ id }) => id).sort()).toEqual(["s", "young"]);
    expect(states).toHaveLength(1);
  });

  it("bounds what a wrong clock says, records it, and answers a replay alike", async () => {
    const ahead = review({ id: "ahead", at: now + 400 * day });
    const { results } = await send(database, [ahead, review({ id: "reset", at: 0 })]);
    const bounded = [
      { id: "ahead", status: "stored", at: now + 60_000 },
      { id: "reset", status: "stored", at: Date.UTC(2020, 0, 1) },
    ];
    expect(results).toEqual(bounded);
    expect(rows("entries")).toMatchObject([
      { claimed_at: ahead.at, received_at: now },
      { at: bounded[1]?.at },
    ]);
    const again = await send(database, [ahead], { at: now + day });
    expect(again.results).toEqual([{ ...bounded[0], status: "replayed" }]);
    await expectRebuildable(database);
  });

  it("tells a device whose desired retention does not hold what it has to undo", async () => {
    const setting = { type: "setting", device: "d", key: "desiredRetention" };
    const first = await send(database, [
      review(),
      { ...setting, id: "s1", sequence: 2, at: start + 5, value: 0.9 },
    ]);
    const older = { ...setting, id: "s2", sequence: 3, at: start, value: 0.8 };
    const told = await send(database, [older], { since: first.cursor });
    expect(told.states).toEqual(first.states);
    expect((await send(database, [older], { since: told.cursor })).states).toEqual(first.states);
  });

  it("moves all due dates when the desired retention changes, and tells every device", async () => {
    const easy = { rating: "easy" } as const;
    const { cursor } = await send(database, [
      review({ id: "a", ...easy }),
      review({ id: "b", card: "crane-parts", answer: { kind: "list", said: [0, 1] }, ...easy }),
    ]);
    const setting = { id: "s", device: "d", sequence: 1, at: start + day, type: "setting" };
    const change = { ...setting, key: "desiredRetention", value: 0.8 };
    const before = await storedOf(database, "ann");
    const told = await send(database, [change], { since: cursor });
    expect(told.states.map(({ card }) => card).sort()).toEqual(["box-what", "crane-parts"]);
    const { states } = await storedOf(database, "ann");
    for (const [card, state] of states) expect(state).not.toEqual(before.states.get(card));
    await expectRebuildable(database);
  });

  it("tells a device whose entry was refused what holds of its card", async () => {
    await send(database, [review()]);
    const { states } = await send(database, [review({ rating: "easy" })], { since: 1 });
    expect(states).toEqual([{ card: "box-what", state: expect.objectContaining({ folded: 1 }) }]);
  });

  it("takes a cursor from another history for none", async () => {
    await send(database, [review()]);
    const { entries, cursor } = await send(database, [], { since: 99 });
    expect(entries).toHaveLength(1);
    expect(cursor).toBe(1);
  });

  it("changes nothing when there is nothing new", async () => {
    await send(database, []);
    expect(await readLogVersion(database, "ann")).toBe(0);
  });

  it("writes all of a batch or nothing of it", async () => {
    await send(database, [review()]);
    const before = ["users", "entries", "card_states", "daily_totals"].map(rows);
    database.$client.exec(
      "create trigger fault before update on daily_totals begin select raise(abort, 'fault'); end",
    );
    await expect(send(database, [review({ id: "r2", at: start + 1 })])).rejects.toThrow("fault");
    database.$client.exec("drop trigger fault");
    expect(["users", "entries", "card_states", "daily_totals"].map(rows)).toEqual(before);
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
    database.$client.exec("delete from users where id = 'ann'");
    const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };
    const asked = { account: "ann", device: "d", since: 0, entries: [review()], cards, now };
    expect(await sync(database, { ...asked, learner })).toBeNull();
  });
});
