import { beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "#core/log/types";
import { readUnread } from "#db/pages/unread-entries";
import { writeTogether } from "./batch";
import { afterVersion, putState, readStatePage, readStates } from "./card-states";
import type { Database } from "./client";
import { addToTotal, readBandTotals, readTotals } from "./daily-totals";
import { addEntry, findEntries, readEntriesById, readLog, readSettingPage } from "./entries";
import { claimLogVersion, isStaleClaim, readLogVersion, StaleClaim } from "./log-heads";
import { placeFrom, readCardEntries, readCompared } from "./pages/card-entries";
import { measureNewest, readVersions } from "./pages/newest-entries";
import {
  measureQuiz,
  readNewestQuizzes,
  readQuizIds,
  readQuizRows,
  readVoidsOf,
} from "./pages/quiz-rows";
import { emptyDatabase } from "./sample-database";
import { addUser, deleteUser, removeSomeOf } from "./users";

let database: Database;

const base = { device: "d", sequence: 1, at: 1000 };
const everyType: Entry[] = [
  {
    ...{ ...base, id: "r", type: "review", card: "c", cardVersion: "1", deckVersion: "1" },
    ...{ mode: "quiz", quiz: "q", studyDay: 0, utcOffset: 0, answer: { kind: "recall" }, seed: 0 },
    ...{ verdict: null, overruled: false, confidence: null, rating: "good", duration: 1 },
  },
  { ...base, id: "v", type: "void", target: "r", card: "c" },
  { ...base, id: "s", type: "setting", key: "newPerDay", value: 5 },
  { ...base, id: "q", type: "quiz", quiz: "q", event: "finish", plan: null },
  {
    ...{ ...base, id: "m", type: "report", card: "c", cardVersion: "1" },
    ...{ reason: "unclear", text: "" },
  },
  { ...base, id: "u", type: "unknown", kind: "flag", body: {} },
];

beforeEach(async () => {
  database = await emptyDatabase();
  for (const id of ["ann", "bob"]) {
    await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: 0 });
  }
  const learner = "ann";
  const grading = { graded: "self", verdict: null, rating: "good", topic: "t" } as const;
  await writeTogether(database, [
    claimLogVersion(database, { learner, seen: 0 }),
    ...everyType.map((sent) => {
      const reception = { receivedAt: 1, claimedAt: null, bodyHash: "h", grading };
      return addEntry(database, { learner, version: 1, received: { sent, reception } });
    }),
    putState(database, {
      ...{ learner, version: 1, card: "c" },
      state: { phase: "new", missed: false, folded: 2 },
    }),
    addToTotal(database, {
      learner,
      total: {
        ...{ studyDay: 0, topic: "t", kind: "recall", band: "new", mode: "quiz" },
        ...{ reviews: 1, passed: 1, first: 0, firstPassed: 0, introduced: 0, duration: 1 },
      },
    }),
  ]);
});

const pageOf = (learner: string) => ({ learner, after: placeFrom(0), limit: 9 });
const changesOf = (learner: string, version: number) => ({
  ...{ learner, limit: 9 },
  after: afterVersion(version),
});

/** Every way to read what is a learner's, as a number of things found. */
const reads: [string, (learner: string) => Promise<number>][] = [
  [
    "entries by id",
    async (learner) => (await findEntries(database, { learner, ids: ["r", "v"] })).size,
  ],
  [
    "whole entries by id",
    async (learner) => (await readEntriesById(database, { learner, ids: ["r", "v"] })).length,
  ],
  [
    "entries of a card",
    async (learner) => (await readCardEntries(database, { ...pageOf(learner), card: "c" })).length,
  ],
  [
    "settings",
    async (learner) =>
      (await readSettingPage(database, { learner, after: "", limit: 9 })).entries.length,
  ],
  [
    "quizzes",
    async (learner) => (await readNewestQuizzes(database, { learner, before: 9, limit: 9 })).length,
  ],
  [
    "ids of quizzes",
    async (learner) => (await readQuizIds(database, { learner, after: "", limit: 9 })).length,
  ],
  [
    "the size of a quiz",
    async (learner) => (await measureQuiz(database, { learner, quiz: "q", limit: 9 })).count,
  ],
  [
    "voids",
    async (learner) => (await readVoidsOf(database, { learner, ids: ["r"], limit: 9 })).length,
  ],
  [
    "days",
    async (learner) => (await readBandTotals(database, { learner, from: -1 })).totals.length,
  ],
  ["a quiz", async (learner) => (await readQuizRows(database, { learner, quiz: "q" })).length],
  ["the log", async (learner) => (await readLog(database, learner)).length],
  ["states", async (learner) => (await readStates(database, { learner, cards: ["c"] })).length],
  ["totals", async (learner) => (await readTotals(database, learner)).length],
  [
    "compared",
    async (learner) => (await readCompared(database, { ...pageOf(learner), card: "c" })).length,
  ],
  [
    "entries of no card",
    async (learner) => (await readCardEntries(database, { ...pageOf(learner), card: "" })).length,
  ],
  [
    "what was not read",
    async (learner) => (await readUnread(database, { learner, below: 9, limit: 9 })).length,
  ],
  ["the version", async (learner) => (await readLogVersion(database, learner)) ?? 0],
  [
    "changed states",
    async (learner) => (await readStatePage(database, changesOf(learner, -1))).states.length,
  ],
  [
    "new entries",
    async (learner) =>
      (await readVersions(database, { learner, from: 0, versions: [0, 1, 2] })).length,
  ],
  [
    "the size of new entries",
    async (learner) =>
      (await measureNewest(database, { learner, after: 0, before: 99, from: 0, limit: 9 })).found
        .length,
  ],
];

describe("what one learner stored", () => {
  it.each(reads)("is theirs alone: %s", async (_, read) => {
    expect(await read("ann")).toBeGreaterThan(0);
    expect(await read("bob")).toBe(0);
    expect(await read("")).toBe(0);
    expect(await read("%")).toBe(0);
  });

  it.each(reads)("goes with the account: %s", async (_, read) => {
    while ((await removeSomeOf(database, { id: "ann", limit: 2 })) > 0);
    expect(await deleteUser(database, "ann")).toBe(true);
    expect(await read("ann")).toBe(0);
  });

  it("comes back as it was, every type of it", async () => {
    const log = await readLog(database, "ann");
    expect(log.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [...everyType].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });
});

describe("a claim", () => {
  it("holds for the version that was seen, and for no other", async () => {
    const claim = (seen: number) =>
      writeTogether(database, [claimLogVersion(database, { learner: "ann", seen })]);
    await claim(1);
    const failed = await claim(1).catch((error: unknown) => error);
    expect(isStaleClaim(failed)).toBe(true);
    expect(await readLogVersion(database, "ann")).toBe(2);
    expect(await readLogVersion(database, "bob")).toBe(0);
  });

  it("takes the statements before it along when it fails", async () => {
    const write = writeTogether(database, [
      putState(database, {
        ...{ learner: "ann", version: 9, card: "other" },
        state: { phase: "new", missed: true, folded: 1 },
      }),
      claimLogVersion(database, { learner: "ann", seen: 0 }),
    ]);
    await expect(write).rejects.toThrow(StaleClaim);
    expect((await readStatePage(database, changesOf("ann", 1))).states).toEqual([]);
  });

  it("is not mistaken for another fault", () => {
    expect(isStaleClaim(new Error("the log moved on"))).toBe(false);
    expect(isStaleClaim(undefined)).toBe(false);
  });
});
