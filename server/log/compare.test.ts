import { beforeEach, describe, expect, it } from "vitest";
import { comparedOf, digestsOf, isKept, overallDigest } from "#core/log/digest";
import { protocol } from "#core/log/protocol";
import type { CompareResponse, StateChange } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { compare } from "./compare";
import { day, now, review, send, storedOf, withUsers } from "./sample-sync";

const from = now - 90 * day;
const setting = { type: "setting", device: "d", key: "newPerDay", value: 7 } as const;
const log = [
  review({ id: "old", at: from - 1, answer: { kind: "list", said: [0] }, card: "crane-parts" }),
  review({ id: "first", at: from }),
  review({ id: "second", at: from + day, rating: "easy" }),
  review({ id: "gap", at: now, card: "box-gap", answer: { kind: "cloze", text: "ps" } }),
  { type: "void", id: "v", device: "d", sequence: 9, at: now, target: "gap", card: "box-gap" },
  { ...setting, id: "s", sequence: 10, at: 1_600_000_000_000 },
] as const;

type Asking = {
  learner?: string;
  from?: number;
  cursor?: number;
  history?: string;
  at?: number;
  limit?: number;
};

describe("compare", () => {
  let database: Database;

  beforeEach(async () => {
    database = await withUsers(await emptyDatabase());
    await send(database, log);
  });

  async function ask(
    held: string | [string, string][],
    asking: Asking = {},
  ): Promise<CompareResponse | null> {
    const { learner: id = "ann", limit, cursor = 1, history = "" } = asking;
    const learner = { id, email: "", tokenHash: "t" };
    const asked = { account: "ann", cursor, history, from: asking.from ?? from, held, protocol };
    const size = limit === undefined ? [] : [{ entries: limit, bytes: 1_000_000 }];
    return compare(database, { ...asked, learner, now: asking.at ?? now }, ...size);
  }

  /** What a device holds to which nothing has happened. */
  async function right(): Promise<{ entries: Entry[]; states: StateChange[] }> {
    const entries = (await readLog(database, "ann")).filter((entry) =>
      isKept(comparedOf(entry), from),
    );
    const { states } = await storedOf(database);
    return { entries, states: [...states].map(([card, state]) => ({ card, state })) };
  }

  const digests = ({ entries, states }: Awaited<ReturnType<typeof right>>) =>
    digestsOf({ entries: entries.map(comparedOf), states });

  it("finds a device equal that holds what is young, what has no card, and all states", async () => {
    const held = await right();
    expect(held.entries.map(({ id }) => id).sort()).toEqual(["first", "gap", "s", "second", "v"]);
    expect(held.states).toHaveLength(3);
    const all = digests(held);
    expect(await ask(overallDigest(all))).toEqual({ verdict: "equal" });
    expect(await ask([...all])).toEqual({ verdict: "equal" });
  });

  it("tells of the cards that differ, and of no other, all that a device keeps", async () => {
    const held = await right();
    const box = held.entries.filter(({ id }) => id === "first" || id === "second");
    const wrong = digests({ ...held, entries: held.entries.filter(({ id }) => id !== "second") });
    expect(await ask(overallDigest(wrong))).toEqual({ verdict: "unequal", cards: [] });
    const state = held.states.find(({ card }) => card === "box-what")?.state;
    expect(await ask([...wrong])).toEqual({
      verdict: "unequal",
      cards: [{ card: "box-what", state, entries: box }],
    });
  });

  it("tells of a state that a device lost, of settings, and of a card that it made up", async () => {
    const { entries, states } = await right();
    const other = digests({
      entries: entries.filter(({ id }) => id !== "s"),
      states: [
        ...states.filter(({ card }) => card !== "crane-parts"),
        { card: "made-up", state: { phase: "new", missed: true, folded: 1 } },
      ],
    });
    const answer = await ask([...other]);
    if (answer?.verdict !== "unequal") throw new Error("It is unequal");
    const told = new Map(answer.cards.map(({ card, ...truth }) => [card, truth]));
    expect([...told.keys()].sort()).toEqual(["", "crane-parts", "made-up"]);
    expect(told.get("")?.entries.map(({ id }) => id)).toEqual(["s"]);
    expect(told.get("made-up")).toEqual({ state: null, entries: [] });
    const state = states.find(({ card }) => card === "crane-parts")?.state;
    expect(told.get("crane-parts")).toEqual({ state, entries: [] });
  });

  it("fills a page with whole cards, one at least", async () => {
    const cardsIn = async (limit: number) => {
      const answer = await ask([], { limit });
      return answer?.verdict === "unequal" ? answer.cards.length : null;
    };
    expect(await cardsIn(5)).toBe(4);
    expect(await cardsIn(4)).toBeLessThan(4);
    expect(await cardsIn(0)).toBeLessThanOrEqual(2);
    expect(await cardsIn(0)).toBeGreaterThan(0);
  });

  it("gives no verdict on a log that is elsewhere, or on what devices need not hold", async () => {
    const held = overallDigest(digests(await right()));
    const moved = { verdict: "moved" };
    for (const cursor of [0, 2]) expect(await ask(held, { cursor })).toEqual(moved);
    expect(await ask(held, { history: "another" })).toEqual(moved);
    expect(await ask(held, { at: now + day })).toEqual({ verdict: "equal" });
    expect(await ask(held, { at: now + day + 1 })).toEqual(moved);
  });

  it("gives no verdict when the log moves on while it is read", async () => {
    const held = overallDigest(digests(await right()));
    const verdict = ask(held);
    // Another process does, after the first look at the log's version.
    await rowsOf(database, "update logs set version = version + 1");
    expect(await verdict).toEqual({ verdict: "moved" });
  });

  it("tells nobody of another's log", async () => {
    expect(await ask("", { learner: "bob" })).toBeNull();
  });
});
