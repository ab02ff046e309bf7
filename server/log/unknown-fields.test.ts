import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "#core/content/canonical-json";
import { protocol } from "#core/log/protocol";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { ofEachKind, place, review, send, storedOf, withUsers } from "./sample-sync";

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
});

const sendAll = (log: readonly unknown[] = []) => send(database, log, { protocol });

/** What a device is told of everything, by id. */
async function told(): Promise<Map<string, Entry>> {
  const { entries } = await sendAll();
  return new Map(entries.map((entry) => [entry.id, entry]));
}

describe("a field that is not known", () => {
  const anyName = fc.string({ minLength: 1, maxLength: 12 }).map((name) => `new ${name}`);
  const anyFields = fc.dictionary(anyName, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 });

  /** The same value with fields put into all objects of it that may grow. */
  function grown(value: unknown, fields: Record<string, unknown>, isWithin = false): unknown {
    if (Array.isArray(value)) return value.map((one) => grown(one, fields, isWithin));
    if (typeof value !== "object" || value === null) return value;
    const inner = Object.entries(value).map(([name, one]) => {
      const grows = ["plan", "given", "questions", "found", "answer"].includes(name);
      return [name, grows ? grown(one, fields, true) : one];
    });
    return { ...Object.fromEntries(inner), ...fields };
  }

  it("is stored and told as it came, within a plan or an answer, too", async () => {
    await fc.assert(
      fc.asyncProperty(anyFields, async (fields) => {
        database = await withUsers(await emptyDatabase());
        const known = ofEachKind().filter(({ id }) => id !== "r2");
        const sent = known.map((entry) => grown(entry, fields) as Record<string, unknown>);
        const { results } = await sendAll(sent);
        expect(results).toEqual(sent.map(({ id }) => ({ id, status: "stored" })));
        const got = await told();
        const inText = (entries: readonly unknown[]) => entries.map(canonicalJson).sort();
        expect(inText([...got.values()])).toEqual(inText(sent));
        // The same text is the same hash: whoever was told it may send it.
        const replayed = await sendAll([...got.values()]);
        expect(replayed.results.map(({ status }) => status)).toEqual(sent.map(() => "replayed"));
        const plain = await storedOf(database);
        database = await withUsers(await emptyDatabase());
        await sendAll(known);
        expect(plain).toEqual(await storedOf(database));
      }),
      { numRuns: 15 },
    );
  });

  it("never takes the place of one that is known, nor of what the server notes", async () => {
    const sent = {
      ...review(place("r1")),
      extra: { rating: "easy" },
      unreadBy: 9,
      server: 1,
      learner: "bob",
    };
    await sendAll([sent]);
    const entry = (await told()).get("r1");
    expect(canonicalJson(entry)).toBe(canonicalJson(sent));
    expect((await rowsOf(database, "select learner, rating, unread_by from entries"))[0]).toEqual([
      "ann",
      "good",
      null,
    ]);
  });

  it("counts for the room that an account has, and for the size of an answer", async () => {
    const bytes = async () =>
      (await rowsOf(database, "select stored_bytes from logs where learner = 'ann'")).flat()[0];
    await sendAll([review(place("r1"))]);
    const before = Number(await bytes());
    await sendAll([{ ...review(place("r2", 2)), note: "x".repeat(60_000) }]);
    expect(Number(await bytes()) - before).toBeGreaterThan(60_000);
  });
});
