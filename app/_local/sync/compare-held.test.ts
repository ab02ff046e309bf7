import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { comparedOf, digestsOf, isKept, overallDigest } from "#core/log/digest";
import { foldLog } from "#core/log/fold-log";
import { protocol } from "#core/log/protocol";
import { reviewWith, voidOf } from "#core/log/random-log";
import type { CompareRequest, CompareResponse } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import {
  deleteLocalDatabase,
  type LocalDatabase,
  openLocalDatabase,
} from "#local/browser/local-database";
import { readAll, readStates, stored } from "#local/store/local-log";
import { compareHeld } from "./compare-held";
import { readDigests } from "./held-digests";

const owner = "learner";
const day = 86_400_000;
const from = 1000 * day;
const cursor = 7;

/** More than a piece, so that each way of damage is found in any of them. */
const reviews = Array.from({ length: 220 }, (_, place) =>
  reviewWith({ id: `r${place}`, card: `card-${place % 9}`, sequence: place, at: from + place }),
);
const [first, second] = reviews as [Entry & { card: string }, Entry & { card: string }];
const old = reviewWith({ id: "old", card: "card-1", at: from - day });
const setting: Entry = {
  ...{ type: "setting", id: "s", device: "phone", sequence: 999 },
  ...{ at: from - 50 * day, key: "newPerDay", value: 3 },
};
const log: Entry[] = [old, ...reviews, voidOf(reviews[2] ?? old), setting];
const states = [...foldLog(log).states].map(([card, state]) => ({ card, state }));
const kept = log.filter((entry) => isKept(comparedOf(entry), from));

let database: LocalDatabase;
let asked: CompareRequest[];

beforeEach(async () => {
  asked = [];
  database = await openLocalDatabase(owner);
  // At once: a transaction for each of so many takes far longer than what is tried here.
  const tx = database.transaction(["entries", "states", "meta"], "readwrite");
  for (const entry of log) void tx.objectStore("entries").put(stored(entry));
  for (const change of states) void tx.objectStore("states").put(change);
  void tx.objectStore("meta").put(cursor, "cursor");
  await tx.done;
});

afterEach(async () => {
  database.close();
  await deleteLocalDatabase(owner);
});

/** As the server answers, which holds the log. */
async function answer(request: CompareRequest): Promise<CompareResponse> {
  asked.push(request);
  const { held } = request;
  const right = digestsOf({ entries: kept.map(comparedOf), states });
  if (held === overallDigest(right)) return { protocol, verdict: "equal" };
  if (typeof held === "string") return { protocol, verdict: "unequal", cards: [] };
  const theirs = new Map(held);
  const differing = [...new Set([...right.keys(), ...theirs.keys()])].filter(
    (card) => right.get(card) !== theirs.get(card),
  );
  const cards = differing.map((card) => ({
    card,
    state: states.find((change) => change.card === card)?.state ?? null,
    entries: kept.filter((entry) => comparedOf(entry).card === card),
  }));
  return cards.length > 0
    ? { protocol, verdict: "unequal", cards }
    : { protocol, verdict: "equal" };
}

const atOnce = () => Promise.resolve();

async function compare(ask: (request: CompareRequest) => Promise<CompareResponse | null> = answer) {
  const held = await readDigests(database, from, atOnce);
  if (!held) return null;
  return compareHeld({ database, account: owner, from, held, ask });
}

async function expectRight(): Promise<void> {
  const rows = await database.getAll("entries");
  const inOrder = [...log].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(rows).toEqual(inOrder.map(stored));
  expect(await readStates(database)).toEqual(
    new Map(states.map(({ card, state }) => [card, state])),
  );
}

const damages: Record<string, () => Promise<unknown>> = {
  "a lost entry": () => database.delete("entries", first.id),
  "a lost void": () => database.delete("entries", voidOf(reviews[2] ?? old).id),
  "a lost setting": () => database.delete("entries", setting.id),
  "all entries lost, and all states": async () => {
    const tx = database.transaction(["entries", "states"], "readwrite");
    for (const { id } of kept) void tx.objectStore("entries").delete(id);
    void tx.objectStore("states").clear();
    await tx.done;
  },
  "an entry doubled under another id": () =>
    database.put("entries", { ...stored(first), id: "another" }),
  "an entry of another rating": () =>
    database.put("entries", stored({ ...first, rating: "easy" } as Entry)),
  "an entry of another moment": () => database.put("entries", stored({ ...first, at: from + 999 })),
  "an entry that seems too old": () => database.put("entries", stored({ ...first, at: 0 })),
  "an entry under another card": () =>
    database.put("entries", stored({ ...first, card: second.card } as Entry)),
  "an entry that the server refused": () =>
    database.put("entries", stored(reviewWith({ id: "refused", card: "no-card", at: from }))),
  "a setting that the server refused": () =>
    database.put("entries", stored({ ...setting, id: "refused" })),
  "a lost state": () => database.delete("states", first.card),
  "an altered state": async () => {
    const before = await database.get("states", first.card);
    if (before?.state.phase === "new" || !before) throw new Error("It was reviewed");
    const { stability } = before.state;
    await database.put("states", {
      ...before,
      state: { ...before.state, stability: stability * 2 },
    });
  },
  "the state of another card": async () => {
    const other = await database.get("states", second.card);
    if (other) await database.put("states", { ...other, card: first.card });
  },
  "a state of nothing": () =>
    database.put("states", { card: "none", state: { phase: "new", missed: true, folded: 1 } }),
};

describe("a comparison with the server", () => {
  it("changes nothing by the word of a version that compares something else, or may do so", async () => {
    await database.delete("entries", first.id);
    const before = await database.getAll("entries");
    for (const other of [undefined, 0, 1, protocol + 1]) {
      const answerOf = async (request: CompareRequest) => {
        const { protocol: _, ...given } = await answer(request);
        return other === undefined ? given : { ...given, protocol: other };
      };
      expect(await compare(answerOf)).toBe("open");
      expect(await database.getAll("entries")).toEqual(before);
    }
    expect(await compare()).toBe("mended");
    await expectRight();
  });

  it("finds a store equal that nothing has happened to, with one request", async () => {
    expect(await compare()).toBe("equal");
    expect(asked).toEqual([
      { protocol, account: owner, cursor, history: "", from, held: expect.any(String) },
    ]);
  });

  it.each(Object.keys(damages))("mends %s", async (name) => {
    await damages[name]?.();
    expect(await compare()).toBe("mended");
    expect(asked).toHaveLength(2);
    await expectRight();
    expect(await compare()).toBe("equal");
  });

  it("leaves what is older than the server tells as it is", async () => {
    await database.delete("entries", old.id);
    expect(await compare()).toBe("equal");
    await database.delete("entries", second.id);
    expect(await compare()).toBe("mended");
    expect((await readAll(database)).map(({ id }) => id)).not.toContain(old.id);
  });

  it("asks no third time when all is unequal still", async () => {
    const unequal = vi.fn(
      async (): Promise<CompareResponse> => ({ protocol, verdict: "unequal", cards: [] }),
    );
    expect(await compare(unequal)).toBe("mended");
    expect(unequal).toHaveBeenCalledTimes(2);
  });

  it.each([{ verdict: "moved" } as const, null])("changes nothing on %j", async (given) => {
    await database.delete("entries", first.id);
    expect(await compare(async () => given)).toBe("open");
    const moving = vi.fn(answer).mockResolvedValueOnce({ protocol, verdict: "unequal", cards: [] });
    expect(await compare(async (request) => (await moving(request)) && given)).toBe("open");
    expect(await database.get("entries", first.id)).toBeUndefined();
  });
});

describe("what is not compared", () => {
  const unsent = { ...stored(reviewWith({ id: "new", card: first.card, at: from })), unsent: 1 };

  it("is a store with something unsent, or with something to be asked for", async () => {
    await database.put("entries", { ...unsent, unsent: 1 });
    expect(await compare()).toBeNull();
    await database.delete("entries", "new");
    await database.put("meta", { after: 1, before: 3 }, "gap");
    expect(await compare()).toBeNull();
    await database.delete("meta", "gap");
    expect(await compare()).toBe("equal");
    await database.delete("meta", "cursor");
    expect(await compare()).toBeNull();
  });

  it.each([
    ["an answer", () => database.put("meta", 5, "savedAt")],
    ["an append", () => database.put("meta", { id: "phone", sequence: 1000 }, "device")],
  ])("is a store that %s was written to while it was read", async (_, write) => {
    const pause = vi.fn(atOnce).mockImplementationOnce(async () => void (await write()));
    expect(await readDigests(database, from, pause)).toBeNull();
  });

  it("is read in pieces", async () => {
    const pause = vi.fn(atOnce);
    await readDigests(database, from, pause);
    expect(pause.mock.calls.length).toBeGreaterThan(3);
  });

  it("is a card that was answered meanwhile, while the others are mended", async () => {
    await database.delete("states", first.card);
    await database.delete("states", second.card);
    const answering = async (request: CompareRequest) => {
      await database.put("entries", { ...unsent, unsent: 1 });
      await database.delete("entries", first.id);
      return answer(request);
    };
    expect(await compare(answering)).toBe("mended");
    expect((await database.get("entries", "new"))?.unsent).toBe(1);
    expect(await database.get("entries", first.id)).toBeUndefined();
    expect(await database.get("states", first.card)).toBeUndefined();
    expect(await database.get("states", second.card)).toBeDefined();
  });

  it.each([
    ["another version", () => database.put("meta", cursor + 1, "cursor")],
    ["a gap", () => database.put("meta", { after: 1, before: 3 }, "gap")],
  ])("is left alone once the store knows of %s", async (_, move) => {
    await database.delete("states", first.card);
    const moving = async (request: CompareRequest) => {
      await move();
      return answer(request);
    };
    expect(await compare(moving)).toBe("open");
    expect(await database.get("states", first.card)).toBeUndefined();
  });
});
