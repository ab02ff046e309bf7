import { beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "#core/log/types";
import { defaultSettings } from "#core/scheduling/settings";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { day, now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";

async function expectRebuildable(database: Database, learner = "ann"): Promise<void> {
  expect(await storedOf(database, learner)).toEqual(await rebuilt(database, learner));
}

describe("what an exchange tells", () => {
  let database: Database;

  beforeEach(async () => {
    database = await withUsers(await emptyDatabase());
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

  it("keeps unknown kinds and passes them on as they came", async () => {
    const hide = { id: "s", device: "d", sequence: 1, at: start, type: "hide", card: "c" };
    await send(database, [hide]);
    const { entries } = await send(database, []);
    const { id, device, sequence, at } = hide;
    expect(entries).toEqual([
      { id, device, sequence, at, type: "unknown", kind: "hide", body: { card: "c" } },
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
});
