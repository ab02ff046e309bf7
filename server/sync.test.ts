import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { sampleFile } from "#core/content/sample-content";
import { foldLog } from "#core/log/fold-log";
import type { SyncResponse } from "#core/log/sync-types";
import { addTotals, type DailyTotal, totalKey, totalsOf } from "#core/log/totals";
import type { Entry, Review } from "#core/log/types";
import { studyDayOf } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { readStatesSince } from "#db/card-states";
import { closeDatabase, type Database, openDatabase } from "#db/client";
import { readTotals } from "#db/daily-totals";
import { readLog } from "#db/entries";
import { memoryDatabase, migrationsFolder } from "#db/memory-database";
import { migrate } from "#db/migrate";
import { addUser, readLogVersion } from "#db/users";
import { compileCatalog } from "./catalog";
import { pull } from "./pull";
import { sync } from "./sync";

const { cards, deck } = compileCatalog([sampleFile]);
const day = 86_400_000;
const start = 1_700_000_000_000;
const now = start + 50 * day;

async function withUsers(database: Database): Promise<Database> {
  for (const id of ["ann", "bob"]) {
    await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: start });
  }
  return database;
}

type Sending = { learner?: string; since?: number; device?: string; seen?: number; at?: number };

/** Sends entries as a signed-in device does. */
async function send(
  database: Database,
  entries: readonly unknown[],
  { learner = "ann", since = 0, device = "d", seen, at = now }: Sending = {},
): Promise<SyncResponse> {
  const logVersion = seen ?? (await readLogVersion(database, learner)) ?? 0;
  const response = await sync(database, {
    learner: { id: learner, email: `${learner}@x.org`, logVersion, tokenHash: "t" },
    account: learner,
    device,
    since,
    entries: [...entries],
    cards,
    now: at,
  });
  if (!response) throw new Error("no answer");
  return response;
}

function review(some: Partial<Review> = {}): Review {
  const at = some.at ?? start;
  const card = some.card ?? "box-what";
  return {
    type: "review",
    id: "r1",
    device: "d",
    sequence: 1,
    at,
    card,
    cardVersion: cards.get(card)?.version ?? "old",
    deckVersion: deck.version,
    mode: "study",
    quiz: null,
    studyDay: studyDayOf(at, 60),
    utcOffset: 60,
    answer: { kind: "recall" },
    seed: 1,
    verdict: null,
    overruled: false,
    confidence: null,
    rating: "good",
    duration: 4000,
    ...some,
  };
}

const sortedTotals = (totals: readonly DailyTotal[]) =>
  [...totals].sort((a, b) => (totalKey(a) < totalKey(b) ? -1 : 1));

/** What the log of a learner folds to, from nothing. */
async function rebuilt(database: Database, learner: string) {
  const { states, facts, settings } = foldLog(await readLog(database, learner));
  const topicOf = ({ card }: { card: string }) => cards.get(card)?.topic ?? "";
  const totals = addTotals(...[...facts.values()].map((of) => totalsOf(of, topicOf)));
  return { states, totals: sortedTotals(totals), settings };
}

async function storedOf(database: Database, learner: string) {
  const states = await readStatesSince(database, { learner, version: -1 });
  return {
    states: new Map(states.map(({ card, state }) => [card, state])),
    totals: sortedTotals(await readTotals(database, learner)),
  };
}

async function expectRebuildable(database: Database, learner = "ann"): Promise<void> {
  const { states, totals } = await rebuilt(database, learner);
  expect(await storedOf(database, learner)).toEqual({ states, totals });
}

// A few cards, devices and moments, so that orders, ties and voids meet.
const cardIds = ["box-what", "crane-parts", "box-gap", "crane-choice", "retired"];
const anyAnswer = (card: string): fc.Arbitrary<Review["answer"]> => {
  switch (card) {
    case "crane-parts":
      return fc.constantFrom({ kind: "list", said: [0] }, { kind: "list", said: [0, 1] });
    case "box-gap":
      return fc.constantFrom({ kind: "cloze", text: "ps" }, { kind: "cloze", text: "images" });
    case "crane-choice":
      return fc.constantFrom({ kind: "choice", option: 0 }, { kind: "choice", option: 2 });
    default:
      return fc.constant({ kind: "recall" });
  }
};

const anyReview = fc.constantFrom(...cardIds).chain((card) =>
  fc.record({
    type: fc.constant("review" as const),
    card: fc.constant(card),
    answer: anyAnswer(card),
    rating: fc.constantFrom("again", "hard", "good", "easy"),
    mode: fc.constantFrom("study", "study", "quiz"),
    overruled: fc.boolean(),
    old: fc.boolean(),
  }),
);
const anyOther = fc.oneof(
  fc.record({ type: fc.constant("void" as const), of: fc.nat(40) }),
  fc.record({
    type: fc.constant("setting" as const),
    key: fc.constantFrom("desiredRetention", "newPerDay", "colour"),
    value: fc.constantFrom(0.8, 0.9, 0.95, 7, true),
  }),
  fc.record({ type: fc.constant("flag" as const), card: fc.constantFrom(...cardIds) }),
);

const anyLog = fc
  .array(
    fc.record({
      what: fc.oneof({ weight: 4, arbitrary: anyReview }, { weight: 1, arbitrary: anyOther }),
      device: fc.constantFrom("d1", "d2"),
      // Some in one moment, some in one day, most weeks apart.
      at: fc.oneof(fc.nat(2), fc.nat(day), fc.nat(40 * day)),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ what, device, at }, i): Record<string, unknown> => {
      const base = { id: `e${i}`, device, sequence: i + 1, at: start + at };
      if (what.type === "void") {
        const target = drafts[what.of];
        const card = target?.what.type === "review" ? target.what.card : "box-what";
        return { ...base, type: "void", target: `e${what.of}`, card };
      }
      if (what.type !== "review") return { ...base, ...what };
      const { old, mode, ...rest } = what;
      const quiz = mode === "quiz" ? "q1" : null;
      const version = old ? { cardVersion: "old" } : {};
      return { ...review({ ...base, card: what.card }), ...rest, mode, quiz, ...version };
    }),
  );

/** A log with the order and the batches in which it arrives, and which of those arrive twice. */
const anyArrival = anyLog.chain((log) =>
  fc.record({
    arriving: fc.shuffledSubarray(log, { minLength: log.length }),
    sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }),
    twice: fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
  }),
);

function batchesOf<Some>(list: readonly Some[], sizes: readonly number[]): Some[][] {
  const batches: Some[][] = [];
  for (let at = 0, i = 0; at < list.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    batches.push(list.slice(at, at + size));
    at += size;
  }
  return batches;
}

describe("whatever way a log arrives", () => {
  it("its stored states and totals are those of folding it from nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ arriving, sizes, twice }) => {
        const database = await withUsers(memoryDatabase());
        for (const [i, batch] of batchesOf(arriving, sizes).entries()) {
          await send(database, batch);
          if (twice[i % twice.length]) await send(database, batch);
        }
        await expectRebuildable(database);
        expect(await readLog(database, "ann")).toHaveLength(arriving.length);
        closeDatabase(database);
      }),
      { numRuns: 150 },
    );
  });

  it("a device that keeps up has all states, and one that starts late gets the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ arriving, sizes }) => {
        const database = await withUsers(memoryDatabase());
        const devices = [0, 1].map(() => ({ cursor: 0, states: new Map<string, CardState>() }));
        const known = new Set<string>();
        for (const [i, batch] of batchesOf(arriving, sizes).entries()) {
          const device = devices[i % 2];
          if (!device) throw new Error("no device");
          const told = await send(database, batch, { since: device.cursor });
          device.cursor = told.cursor;
          for (const { card, state } of told.states) device.states.set(card, state);
          if (i % 2 === 0) for (const { id } of batch as Entry[]) known.add(id);
          if (i % 2 === 0) for (const { id } of told.entries) known.add(id);
        }
        const { states } = await storedOf(database, "ann");
        const late = await send(database, []);
        expect(new Map(late.states.map((one) => [one.card, one.state]))).toEqual(states);
        const first = devices[0];
        const told = await send(database, [], { since: first?.cursor ?? 0 });
        for (const { card, state } of told.states) first?.states.set(card, state);
        for (const { id } of told.entries) known.add(id);
        const unmet = [...(first?.states ?? [])].filter(([card]) => !states.has(card));
        for (const [card] of unmet) first?.states.delete(card);
        expect(first?.states).toEqual(states);
        expect(known.size).toBe(arriving.length);
        closeDatabase(database);
      }),
      { numRuns: 60 },
    );
  });

  it("pages of any size bring every entry once", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, fc.integer({ min: 12, max: 20 }), async (arrival, limit) => {
        const database = await withUsers(memoryDatabase());
        for (const batch of batchesOf(arrival.arriving, arrival.sizes)) await send(database, batch);
        const version = (await readLogVersion(database, "ann")) ?? 0;
        const got: string[] = [];
        for (let since = 0, more = true; more; ) {
          const page = await pull(database, { learner: "ann", since, version, now }, limit);
          got.push(...page.entries.map((entry) => entry.id));
          since = page.cursor;
          more = page.more;
        }
        const all = await readLog(database, "ann");
        expect(got.sort()).toEqual(all.map((entry) => entry.id).sort());
        closeDatabase(database);
      }),
      { numRuns: 40 },
    );
  });
});

describe("two writers of one log", () => {
  it("lose nothing, double nothing and leave no stale state", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "mooring-sync-"));
    await fc.assert(
      fc.asyncProperty(anyArrival, fc.uuid(), async ({ arriving, sizes }, name) => {
        const file = path.join(dir, `${name}.db`);
        const one = openDatabase(file);
        migrate(one, migrationsFolder);
        await withUsers(one);
        const other = openDatabase(file);
        const sends = batchesOf(arriving, sizes).flatMap((batch, i) => {
          const [writer, second] = i % 2 === 0 ? [one, other] : [other, one];
          // All start from the same version, and every third batch is sent to both at once.
          const first = send(writer, batch, { seen: 0 });
          return i % 3 === 0 ? [first, send(second, batch, { seen: 0 })] : [first];
        });
        const answers = await Promise.all(sends);
        const stored = answers.flatMap(({ results }) =>
          results.filter(({ status }) => status === "stored").map(({ id }) => id),
        );
        expect(stored.sort()).toEqual((arriving as Entry[]).map(({ id }) => id).sort());
        await expectRebuildable(one);
        closeDatabase(one);
        closeDatabase(other);
      }),
      { numRuns: 20 },
    );
    rmSync(dir, { recursive: true, force: true });
  });
});

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
      review({ id: "a1", card: "retired" }),
      review({ id: "a2", cardVersion: "old" }),
      { id: "a3", device: "d", sequence: 1, at: start, type: "suspend", card: "box-what" },
      review({ id: "a4" }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(9).fill("refused"),
      ...Array(4).fill("stored"),
    ]);
    expect(results.map(({ id }) => id).slice(0, 9)).toEqual([
      ...["", "", "", "x1", "x2", "x3", "x4", "x5", "x6"],
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

  it("gives quizzes and settings back whole, and reviews with the rating that counts", async () => {
    const sent: Entry[] = [
      {
        ...{ id: "q", device: "d", sequence: 1, at: start, type: "quiz", quiz: "q1" },
        ...{ event: "start", plan: { topics: ["harbour"], questions: [{ card: "c", seed: 3 }] } },
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
    const expected = sent.map((one) => (one.id === "r" ? { ...one, rating: "again" } : one));
    expect(entries).toEqual(expected);
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
    const learner = { id: "ann", email: "ann@x.org", logVersion: 0, tokenHash: "t" };
    const asked = { device: "d", since: 0, entries: [review()], cards, now, learner };
    expect(await sync(database, { ...asked, account: "bob" })).toBeNull();
    expect(await readLog(database, "ann")).toEqual([]);
  });

  it("has no answer for an account that was deleted meanwhile", async () => {
    database.$client.exec("delete from users where id = 'ann'");
    const learner = { id: "ann", email: "ann@x.org", logVersion: 0, tokenHash: "t" };
    const asked = { account: "ann", device: "d", since: 0, entries: [review()], cards, now };
    expect(await sync(database, { ...asked, learner })).toBeNull();
  });

  it("deletes everything of a learner with the account", async () => {
    await send(database, [review()]);
    database.$client.exec("delete from users where id = 'ann'");
    for (const table of ["entries", "card_states", "daily_totals"]) expect(rows(table)).toEqual([]);
  });
});
