import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { protocol } from "#core/log/protocol";
import { randomLog } from "#core/log/random-log";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { type Reader, thisReader } from "./entry-schema";
import {
  cards,
  day,
  now,
  ofEachKind,
  place,
  rebuilt,
  review,
  send,
  storedOf,
  withUsers,
} from "./sample-sync";

/**
 * Two versions of the server on one log. The earlier one is this code with kinds taken from what it
 * can read; the later one is this code with all of them, and a higher number.
 */
const later: Reader = { protocol: 8, kinds: thisReader.kinds };
const without = (...kinds: string[]): Reader => ({
  protocol: 7,
  kinds: new Set([...thisReader.kinds].filter((kind) => !kinds.includes(kind))),
});

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
});

const all = [...thisReader.kinds];

const logOf = async (reader: Reader, log: readonly unknown[] = []) =>
  send(database, log, { reader, protocol: reader.protocol });

/** What a device is told of everything, by id. */
async function told(reader: Reader): Promise<Map<string, Entry>> {
  const { entries } = await logOf(reader);
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** What the store holds, but for what tells when it was written. */
async function held() {
  const entries = await rowsOf(
    database,
    `select id, type, at, claimed_at, received_at, body_hash, card, quiz, target, answer, graded,
      verdict_graded, rating, topic, body, extra, unread_by from entries order by id`,
  );
  const reports = await rowsOf(database, "select * from reports order by id");
  return { entries, reports, ...(await storedOf(database)) };
}

describe("what an earlier version could not read", () => {
  it("is read by a later one as if that had been there, whatever kinds it is of", async () => {
    await logOf(later, ofEachKind());
    const expected = await held();
    for (const kinds of [...all.map((kind) => [kind]), all]) {
      database = await withUsers(await emptyDatabase());
      const { results } = await logOf(without(...kinds), ofEachKind());
      expect(results.map(({ status }) => status)).toEqual(ofEachKind().map(() => "stored"));
      expect([...(await told(without(...kinds))).values()].filter(isUnknown)).not.toEqual([]);
      await logOf(later);
      expect([kinds, await held()]).toEqual([kinds, expected]);
    }
  });

  it("is told unread to who has it not, and again, read, to who knew that already", async () => {
    const earlier = without("void");
    const { cursor } = await logOf(earlier, ofEachKind());
    const unread = (await told(earlier)).get("v");
    expect(unread).toMatchObject({ type: "unknown", kind: "void", body: { target: "r1" } });
    const again = await send(database, [], { since: cursor, reader: later, protocol: 8 });
    expect(again.entries).toEqual([ofEachKind()[2]]);
    const marks = { dueDay: 19_700, flag: "blue", note: "A *box*\u0000\ud800." };
    expect(again.states).toContainEqual({
      card: "box-what",
      state: { phase: "new", missed: false, folded: 5, marks },
    });
    const rest = await send(database, [], { since: again.cursor, reader: later, protocol: 8 });
    expect([rest.entries, rest.states, rest.cursor]).toEqual([[], [], again.cursor]);
  });

  it("counts once, be it sent as it was made or as a device was told it", async () => {
    const earlier = without("void", "report");
    await logOf(earlier, ofEachKind());
    const wrapped = [...(await told(earlier)).values()];
    for (const reader of [earlier, later]) {
      for (const sent of [ofEachKind(), wrapped]) {
        const { results } = await logOf(reader, sent);
        const isReplayed = results
          .filter(({ status }) => status === "replayed")
          .map(({ id }) => id);
        // What the server judged otherwise is told as it counts, and is another text then.
        const judged = sent === wrapped ? ["r2"] : [];
        expect(isReplayed.sort()).toEqual(
          [
            "m",
            "m1",
            "m2",
            "m3",
            "m4",
            "m5",
            "m6",
            "m7",
            "q1",
            "q2",
            "q3",
            "r1",
            "r2",
            "s",
            "v",
          ].filter((id) => !judged.includes(id)),
        );
      }
    }
  });

  it("stays as it is where no version can make anything of it", async () => {
    const odd = [
      { ...place("k"), type: "hide", card: "box-what" },
      { ...place("w", 2), type: "unknown", kind: "review", body: { card: 7, server: "x" } },
    ];
    await logOf(thisReader, odd);
    const before = await told(thisReader);
    expect([...before.values()].every(isUnknown)).toBe(true);
    expect(await told(later)).toEqual(before);
    expect((await rowsOf(database, "select unread_by from entries")).flat()).toEqual([8, 8]);
    expect(await storedOf(database)).toEqual(await rebuilt(database));
  });

  it("is read all, however much it is", async () => {
    const log = Array.from({ length: 900 }, (_, i) => review(place(`r${i}`, i + 1)));
    for (const from of [0, 450]) await logOf(without("review"), log.slice(from, from + 450));
    await logOf(later);
    expect(
      (await rowsOf(database, "select count(*) from entries where card is null")).flat(),
    ).toEqual([0]);
    expect(await storedOf(database)).toEqual(await rebuilt(database));
    expect((await storedOf(database)).states.get("box-what")).toMatchObject({ folded: 900 });
  });

  it("was stored before it was marked: this version looks at it once", async () => {
    const hide = { ...place("k"), type: "hide", card: "box-what" };
    await logOf(thisReader, [hide]);
    // As versions before protocol 1 stored it, and the migration found it.
    await rowsOf(
      database,
      `update entries set type = 'hide', body = '{"card":"box-what"}', unread_by = 0`,
    );
    await rowsOf(database, "update logs set unread_by = 0");
    const { results, entries } = await logOf(thisReader, [hide]);
    expect(results).toEqual([{ id: "k", status: "replayed" }]);
    expect(entries).toEqual([]);
    expect((await told(thisReader)).get("k")).toMatchObject({
      kind: "hide",
      body: { card: "box-what" },
    });
    expect((await rowsOf(database, "select unread_by from entries")).flat()).toEqual([protocol]);
  });
});

describe("what a later version sends", () => {
  const lab = { kind: "lab", steps: ["docker run"] };

  it("is kept, never refused, where this version cannot read it", async () => {
    const odd = { ...review(place("r1")), answer: lab, mode: "lab" };
    const refused = await send(database, [odd], { protocol });
    expect(refused.results).toMatchObject([{ id: "r1", status: "refused" }]);
    const { results, states } = await send(database, [odd, review(place("r2", 2))], {
      protocol: protocol + 1,
    });
    expect(results.map(({ status }) => status)).toEqual(["stored", "stored"]);
    expect(states).toMatchObject([{ card: "box-what", state: { folded: 1 } }]);
    const { id, device, sequence, at, type, ...body } = odd;
    expect((await told(thisReader)).get("r1")).toEqual({
      ...{ id, device, sequence, at },
      ...{ type: "unknown", kind: type, body },
    });
    expect(await storedOf(database)).toEqual(await rebuilt(database));
    // Its own word is enough, where an earlier page of the same browser sends it.
    const since = [
      { ...odd, id: "r3", since: protocol + 1 },
      { ...odd, id: "r4", since: protocol },
    ];
    const sent = await send(database, since, { protocol: 0 });
    expect(sent.results.map(({ status }) => status)).toEqual(["stored", "refused"]);
  });

  it("is refused where nobody could keep it", async () => {
    const { results } = await send(
      database,
      [
        { ...review(), id: "a b" },
        { ...review(), at: "now" },
        { ...review(), more: "x".repeat(70_000) },
      ],
      { protocol: 99 },
    );
    expect(results.map(({ status }) => status)).toEqual(["refused", "refused", "refused"]);
  });
});

it("states, totals and settings are the fold of the log, whatever versions take it in by turns", async () => {
  const sent = (log: readonly Entry[]) => log.map((entry) => ({ ...entry }));
  const anyKinds = fc.subarray(["review", "void", "setting"], { minLength: 1 });
  const names = [...cards.keys()].slice(0, 4);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1e6),
      anyKinds,
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      async (seed, kinds, turns) => {
        const log = randomLog({ seed, length: 48, cards: names }).map((entry) => ({
          ...entry,
          at: Math.min(entry.at, now - day),
        }));
        database = await withUsers(await emptyDatabase());
        for (const [turn, who] of turns.entries()) {
          const reader = who === 0 ? later : without(...kinds);
          await logOf(reader, sent(log.slice(turn * 8, turn * 8 + 8)));
        }
        await logOf(later);
        const expected = await storedOf(database);
        expect(expected).toEqual(await rebuilt(database));
        database = await withUsers(await emptyDatabase());
        await logOf(later, sent(log));
        expect(expected).toEqual(await storedOf(database));
      },
    ),
    { numRuns: 15 },
  );
});

const isUnknown = (entry: Entry) => entry.type === "unknown";
