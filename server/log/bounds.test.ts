import { beforeEach, describe, expect, it } from "vitest";
import { protocol } from "#core/log/protocol";
import type { Gap, SyncResponse } from "#core/log/sync-types";
import { randomFrom } from "#core/random";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { readLogVersion } from "#db/log-heads";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { compare } from "./compare";
import { quota } from "./quota";
import { cards, day, now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";
import { sync } from "./sync";

const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };
const noteOf = (n: number, text: string) => ({
  ...{ id: `n${n}`, device: "d", sequence: n + 1, at: start + n },
  ...{ type: "memo", text },
});
const long = "x".repeat(60_000);
const sizeOf = (answer: unknown) => JSON.stringify(answer).length;

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
});

/** Turns of the event loop that others had while something ran. */
async function turnsDuring<Given>(run: Promise<Given>): Promise<{ turns: number; given: Given }> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const given = await run;
  isOver = true;
  return { turns, given };
}

/** What a device without anything is told until it knows all. */
async function pullAll(): Promise<SyncResponse[]> {
  const answers: SyncResponse[] = [];
  let gap: Gap | undefined;
  do {
    const cursor = answers.at(-1)?.cursor ?? 0;
    const asked = { account: "ann", device: "e", since: cursor, entries: [], learner, cards, now };
    const answer = await sync(database, { ...asked, ...(gap && { gap }) });
    if (!answer) throw new Error("no answer");
    answers.push(answer);
    gap = answer.gap;
  } while (gap);
  return answers;
}

describe("no answer holds more bytes than a page, however large what was stored is", () => {
  it("of an exchange; all of it comes with the next ones", async () => {
    for (let n = 0; n < 45; n += 15) {
      await send(
        database,
        Array.from({ length: 15 }, (_, i) => noteOf(n + i, long)),
      );
    }
    await send(database, [noteOf(45, "short")]);
    const answers = await pullAll();
    for (const answer of answers) expect(sizeOf(answer)).toBeLessThan(1_200_000);
    const told = answers.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(told.sort()).toEqual((await readLog(database, "ann")).map(({ id }) => id).sort());
    expect(answers[0]?.entries.map(({ id }) => id)).toContain("n45");
  });

  it("of an exchange that clashes with much; the rest is answered when it comes again", async () => {
    const notes = Array.from({ length: 60 }, (_, n) => noteOf(n, long));
    for (let n = 0; n < 60; n += 15) await send(database, notes.slice(n, n + 15));
    const cursor = (await readLogVersion(database, "ann")) ?? 0;
    const others = notes.map((note) => ({ ...note, text: "other" }));
    let left = others;
    for (let round = 0; left.length > 0; round += 1) {
      const { results } = await send(database, left, { since: cursor });
      expect(results.length).toBeGreaterThan(0);
      expect(sizeOf(results)).toBeLessThan(1_400_000);
      for (const { instead } of results) expect(instead).toMatchObject({ body: { text: long } });
      left = left.slice(results.length);
      expect(round).toBeLessThan(4);
    }
  });

  it("of a comparison, of which a card larger than any answer is no part", async () => {
    await send(database, [review()]);
    for (let n = 0; n < 150; n += 15) {
      await send(
        database,
        Array.from({ length: 15 }, (_, i) => noteOf(n + i, long)),
      );
    }
    const cursor = (await readLogVersion(database, "ann")) ?? 0;
    const from = now - 90 * day;
    const about = { protocol, account: "ann", cursor, history: "" };
    const asked = { ...about, from, held: [], learner, now };
    const answer = await compare(database, asked);
    expect(answer).toMatchObject({ verdict: "unequal", cards: [{ card: "box-what" }] });
  });
});

describe("an account's quota", () => {
  const set = (column: string, value: number) =>
    rowsOf(database, `update logs set ${column} = ${value} where learner = 'ann'`);
  const count = async () => (await rowsOf(database, "select id from entries")).length;

  it("of a day puts off what is too much until tomorrow, and refuses nothing", async () => {
    await send(database, [review({ id: "before" })]);
    await set("entries_of_day", quota.entriesPerDay - 1);
    await send(database, [review({ id: "last", at: start + 1 })]);
    const late = review({ id: "late", at: start + 2 });
    const failed = await send(database, [late]).catch((error: unknown) => error);
    const tomorrow = (Math.floor(now / day) + 1) * day;
    expect(failed).toMatchObject({ kind: "wait", seconds: Math.ceil((tomorrow - now) / 1000) });
    expect(await count()).toBe(2);
    // What is there already is answered all the same.
    expect((await send(database, [review({ id: "before" })])).results[0]?.status).toBe("replayed");
    const { results } = await send(database, [late], { at: tomorrow });
    expect(results).toMatchObject([{ id: "late", status: "stored" }]);
    expect((await send(database, [], { learner: "bob" })).results).toEqual([]);
  });

  it.each([
    ["stored_bytes", quota.bytes],
    ["stored_cards", quota.cards],
  ])("of all there is, %s, puts off what is too much", async (column, most) => {
    await send(database, [review({ id: "before" })]);
    await set(column, most);
    const more = send(database, [review({ id: "more", card: "crane-parts", at: start + 1 })]);
    expect(await more.catch((error: unknown) => error)).toMatchObject({ kind: "wait" });
    expect(await count()).toBe(1);
    await set(column, most - 1000);
    const { results } = await send(database, [review({ id: "more", card: "crane-parts" })]);
    expect(results).toMatchObject([{ status: "stored" }]);
  });

  it("counts bytes, cards and the entries of the day, each entry once", async () => {
    const sent = [review({ id: "a" }), review({ id: "b", at: start + 1 }), noteOf(1, "some")];
    await send(database, sent);
    await send(database, [...sent, review({ id: "c", card: "crane-parts" })]);
    const usage = await rowsOf(
      database,
      "select stored_cards, entries_of_day, stored_bytes from logs where learner = 'ann'",
    );
    const bytes = [...sent, review({ id: "c", card: "crane-parts" })].map(sizeOf);
    expect(usage).toEqual([[2, 4, bytes.reduce((a, b) => a + b)]]);
  });
});

describe("long work lets others have their turns", () => {
  const manyCards = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      review({ id: `r${n}`, card: `card-${n}`, at: start + n, sequence: n + 1, rating: "easy" }),
    );
  const choice = (n: number, value: number) => ({
    ...{ type: "setting", id: `s${n}`, device: "d", sequence: 9000 + n, at: start + day + n },
    ...{ key: "desiredRetention", value },
  });

  it("a choice of retention writes no state, and every device learns all of them", async () => {
    const sent = manyCards(1500);
    for (let n = 0; n < 1500; n += 500) await send(database, sent.slice(n, n + 500));
    const cursor = (await readLogVersion(database, "ann")) ?? 0;
    const states = async () => (await rowsOf(database, "select * from card_states")).map(String);
    const before = await states();
    const { turns, given } = await turnsDuring(
      send(
        database,
        Array.from({ length: 8 }, (_, n) => choice(n, 0.8 + n / 100)),
        { since: cursor },
      ),
    );
    expect((await states()).sort()).toEqual(before.sort());
    expect(given.states).toHaveLength(1500);
    expect(turns).toBeGreaterThan(3);
    const folded = (await rebuilt(database)).states;
    const toldOf = (answer: SyncResponse) =>
      new Map(answer.states.map(({ card, state }) => [card, state]));
    expect(toldOf(given)).toEqual(folded);
    expect(toldOf(await send(database, [], { since: cursor }))).toEqual(folded);
    expect((await storedOf(database)).states).toEqual(folded);
    // A card that is answered afterwards is stored as it is then.
    await send(database, [review({ id: "later", card: "card-7", at: start + 2 * day })]);
    expect((await storedOf(database)).states).toEqual((await rebuilt(database)).states);
    expect((await send(database, [], { since: cursor + 2 })).states).toEqual([]);
  });

  it("one late entry of a card of thousands is folded in pieces, as the whole fold would be", async () => {
    const random = randomFrom(5);
    const sent = Array.from({ length: 3000 }, (_, n) =>
      review({
        id: `r${n}`,
        at: start + n * 3_600_000,
        sequence: n + 1,
        rating: random() < 0.3 ? "again" : "good",
      }),
    );
    for (let n = 0; n < 3000; n += 500) {
      await send(database, sent.slice(n, n + 500), { at: now + 365 * day });
    }
    const late = [
      review({ id: "late", at: start - day, sequence: 4000 }),
      { ...{ type: "void", id: "v", device: "d", sequence: 4001 }, at: start, target: "r1500" },
    ];
    const { turns } = await turnsDuring(
      send(database, [late[0], { ...late[1], card: "box-what" }], { at: now + 365 * day }),
    );
    expect(turns).toBeGreaterThan(10);
    expect(await storedOf(database)).toEqual(await rebuilt(database));
  });

  it("a comparison of thousands of entries is read in pieces", async () => {
    const sent = manyCards(1000);
    for (let n = 0; n < 1000; n += 500) await send(database, sent.slice(n, n + 500));
    const cursor = (await readLogVersion(database, "ann")) ?? 0;
    const about = { protocol, account: "ann", cursor, history: "", from: now - 90 * day };
    const asked = { ...about, held: "none", learner, now };
    const { turns, given } = await turnsDuring(compare(database, asked));
    expect(given).toEqual({ verdict: "unequal", cards: [] });
    expect(turns).toBeGreaterThan(8);
  });

  it("hundreds of entries are checked and graded in pieces", async () => {
    const hard = Array.from({ length: 400 }, (_, n) =>
      review({
        ...{ id: `h${n}`, card: "box-gap", at: start + n * 1000, sequence: n + 1 },
        answer: { kind: "cloze", text: `docker ${"p".repeat(400)}${n}` },
      }),
    );
    const { turns } = await turnsDuring(send(database, hard));
    expect(turns).toBeGreaterThan(6);
    const commits = await rowsOf(database, "select distinct version from entries");
    // No commit of more than a thousand rows: an entry may bring a state and a total.
    expect(commits).toHaveLength(2);
    expect(await storedOf(database)).toEqual(await rebuilt(database));
  });
});
