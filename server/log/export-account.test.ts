import { beforeEach, describe, expect, it } from "vitest";
import { foldLog } from "#core/log/fold-log";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf, tablesOf } from "#db/samples/stored-rows";
import { makePace } from "#server/base/give-way";
import { openSession } from "#server/session/session";
import { exportAccount } from "./export-account";
import { exportStream } from "./export-stream";
import { day, now, rebuilt, review, send, start, withUsers } from "./sample-sync";

type Exported = Record<string, unknown> & {
  entries: (Entry & { server: Record<string, unknown> })[];
  states: { card: string; state: unknown }[];
  totals: Record<string, unknown>[];
};

const log = [
  review({ id: "r1", rating: "good" }),
  review({ id: "r2", at: start + day, rating: "again" }),
  review({ id: "r3", card: "box-gap", answer: { kind: "cloze", text: "p\ud83d\u2028s" } }),
  { type: "void", id: "v", device: "d", sequence: 4, at: start + 5, target: "r3", card: "box-gap" },
  { type: "setting", id: "s", device: "d", sequence: 5, at: start, key: "newPerDay", value: 3 },
  { type: "setting", id: "t", device: "d", sequence: 6, at: start, key: "colour", value: [null] },
  {
    type: "quiz",
    id: "q",
    device: "d",
    sequence: 7,
    at: start,
    quiz: "q1",
    event: "finish",
    plan: null,
  },
  {
    ...{ type: "report", id: "m", device: "d", sequence: 8, at: start, card: "box-what" },
    ...{ cardVersion: "1", reason: "unclear", text: "Why?" },
  },
  { type: "flag", id: "f", device: "d", sequence: 10, at: start, card: "box-what", flag: "blue" },
  { type: "pin", id: "u", device: "d", sequence: 9, at: start, colour: "red" },
];

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
  await send(database, log);
  await send(database, [review({ id: "bobs" })], { learner: "bob" });
  await openSession(database, { userId: "ann", userAgent: "A browser", now });
});

async function textOf(learner = "ann"): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of exportAccount(database, { learner, now, pace: makePace() })) {
    pieces.push(piece);
  }
  return pieces.join("");
}

const inCode = (column: unknown) =>
  String(column).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const exported = async () => JSON.parse(await textOf()) as Exported;

describe("an export", () => {
  it("holds every entry, and all that follows from them can be made again from it", async () => {
    const { entries, states, settings, format, version } = await exported();
    expect({ format, version }).toEqual({ format: "mooring-export", version: 1 });
    const told = entries.map(({ server: _, ...entry }) => entry);
    const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1);
    expect([...told].sort(byId)).toEqual((await readLog(database, "ann")).sort(byId));
    const folded = foldLog(told as Entry[]);
    expect(new Map(states.map(({ card, state }) => [card, state]))).toEqual(folded.states);
    expect(settings).toEqual(folded.settings);
    expect((await exported()).totals.filter(({ reviews }) => reviews !== 0)).toHaveLength(
      (await rebuilt(database)).totals.length,
    );
  });

  it("holds every column of every table that is a learner's, but for what docs/export.md names", async () => {
    const text = await textOf();
    const { account, logVersion, sessions, entries, states, totals } = JSON.parse(text) as Exported;
    const [review1] = entries.filter(({ type }) => type === "review");
    const [state] = states.filter(({ card }) => card === "box-what");
    const told: Record<string, unknown[]> = {
      users: [account],
      logs: [{ learner: account, version: logVersion }],
      sessions: sessions as unknown[],
      entries: [{ ...review1, ...review1?.server, learner: 0, target: 0, body: 0, extra: 0 }],
      card_states: [{ ...state, ...Object(state?.state), learner: 0, version: 0 }],
      daily_totals: [{ ...totals[0], learner: 0 }],
    };
    const leftOut = {
      // Hashes, counters and caches of what the log holds.
      users: ["passwordHash"],
      logs: ["settings", "retentionVersion"],
      unread: ["unreadBy"],
      usage: ["storedBytes", "storedCards", "lastDay", "entriesOfDay"],
      sessions: ["tokenHash", "userId"],
    };
    const unnamed = new Set(Object.values(leftOut).flat());
    const notLearners = ["attempts", "account_links", "histories", "reports"];
    const tables = await tablesOf(database);
    expect(tables.size).toBeGreaterThan(5);
    for (const [name, columns] of tables) {
      if (notLearners.includes(name)) continue;
      const [row] = told[name] ?? [];
      const missing = columns.map(inCode).filter((column) => {
        return !unnamed.has(column) && !(column in Object(row));
      });
      expect(missing, name).toEqual([]);
    }
  });

  it("tells no secret and nothing of another's", async () => {
    const text = await textOf();
    const hashes = (await rowsOf(database, "select token_hash from sessions")).flat();
    expect(hashes.length).toBeGreaterThan(0);
    for (const secret of [...hashes, "bob", "passwordHash"]) expect(text).not.toContain(secret);
    expect(await textOf("nobody")).toBe("");
  });

  it("is read page by page, and only as its reader takes it", async () => {
    const many = Array.from({ length: 450 }, (_, n) => review({ id: `x${n}`, at: start + n }));
    await send(database, many);
    const all = await rowsOf(database, "select id from entries where learner = 'ann'");
    const pieces: string[] = [];
    const reader = exportStream(database, { learner: "ann", now }).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      pieces.push(new TextDecoder().decode(read.value));
    }
    const entries = (JSON.parse(pieces.join("")) as Exported).entries;
    expect(entries).toHaveLength(all.length);
    const longest = Math.max(...pieces.map((piece) => piece.split("\n").length));
    expect(longest).toBeLessThanOrEqual(101);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it("is one at a time for an account, and ends when its reader goes", async () => {
    const first = exportStream(database, { learner: "ann", now });
    const again = () => exportStream(database, { learner: "ann", now });
    expect(again).toThrow(/under way/);
    const bobs = exportStream(database, { learner: "bob", now });
    await bobs.cancel();
    await first.cancel();
    await again().cancel();
  });

  it("ends when nobody reads it: whoever asked was gone before it began", async () => {
    const unread = exportStream(database, { learner: "ann", now, patienceMs: 20 });
    const again = () => exportStream(database, { learner: "ann", now });
    await expect.poll(again, { timeout: 10_000 }).toBeInstanceOf(ReadableStream);
    const reader = unread.getReader();
    await expect(reader.closed).rejects.toThrow("Nobody takes the export.");
  });

  it("gives way, the one first of which nothing is taken, where too many are under way", async () => {
    const one = (learner: string) => exportStream(database, { learner, now });
    const held = Array.from({ length: 10 }, (_, n) => one(`account ${n}`));
    const read = new Response(one("ann")).json();
    await expect(held[0]?.getReader().closed).rejects.toThrow("Nobody takes the export.");
    expect(await read).toMatchObject({ format: "mooring-export" });
    await Promise.all(held.slice(1).map((unread) => unread.cancel()));
  });
});
