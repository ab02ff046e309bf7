import path from "node:path";
import { longestHold } from "#bench/faults/parts/loop-delay";
import { inScratch, newDatabase } from "#bench/faults/parts/scratch";
import { below, type Figure } from "#bench/figures/figure";
import type { Card } from "#core/content/types";
import type { Review } from "#core/log/types";
import { studyDayOf } from "#core/scheduling/study-day";
import { writeTogether } from "#db/batch";
import { putState } from "#db/card-states";
import { closeDatabase, type Database } from "#db/client";
import { readLogVersion } from "#db/users";
import { type Catalog, deckCatalog } from "#server/base/catalog";
import { giveWay, makePace } from "#server/base/give-way";
import { slicedJson } from "#server/http/sliced-json";
import { splitArray } from "#server/http/split-array";
import { compare } from "#server/log/compare";
import { readProgress } from "#server/log/progress";
import { mostEntries, sync, syncRequest } from "#server/log/sync";

const learner = { id: "bench", email: "bench@example.com", tokenHash: "t" };
/** No request may hold the event loop for longer, milliseconds. */
const limit = 50;
const day = 86_400_000;

type Given = { database: Database; catalog: Catalog; now: number };
/** What `prepare` gives is ready before the run. */
type Case = {
  name: string;
  prepare: (given: Given) => Promise<() => Promise<unknown>>;
};

/** How long single requests hold the event loop that are made to take long. */
export async function heldLoop(): Promise<Figure[]> {
  const catalog = await deckCatalog();
  const figures: Figure[] = [];
  for (const { name, prepare } of cases) {
    const held = await inScratch(async (folder) => {
      const database = await newDatabase(path.join(folder, "a.db"), learner.id);
      const given = { database, catalog, now: Date.now() };
      const run = await prepare(given);
      const longest = await longestHold(run);
      closeDatabase(database);
      return longest;
    });
    figures.push({
      name: `held by ${name}`,
      value: held.late,
      unit: "ms",
      bound: { name: "processor", value: held.processor },
      goal: below({ value: held.late, limit, unit: " ms" }),
    });
  }
  return figures;
}

const cases: Case[] = [
  {
    name: "a commit of 1,000 rows",
    prepare: async ({ database }) => {
      const writes = Array.from({ length: 1000 }, (_, n) => stateOf(database, n));
      return () => writeTogether(database, writes);
    },
  },
  {
    name: "8 choices of retention, 50,000 cards",
    prepare: async (given) => {
      await seedStates(given.database, 50_000);
      const choices = Array.from({ length: 8 }, (_, n) => choice(n));
      return () => exchange(given, choices);
    },
  },
  {
    name: "48 bodies of 1 MB",
    prepare: async (given) => {
      const bodies = Array.from({ length: 48 }, (_, n) => longBody(n));
      return () => Promise.all(bodies.map((body) => exchangeText(given, body)));
    },
  },
  {
    name: "a body of 1 MB of empty objects",
    prepare: async (given) => {
      const start = '{"account":"bench","device":"d","since":0,"entries":[';
      const body = `${start}${"{},".repeat(349_000)}{}]}`;
      return () => exchangeText(given, body);
    },
  },
  {
    name: "355 hard commands",
    prepare: async (given) => {
      const commands = hardCommands(given, 355);
      return () => exchange(given, commands);
    },
  },
  {
    name: "a late entry of a card of 20,000",
    prepare: async (given) => {
      await seedCard(given, 20_000);
      const late = reviewOf(given, { id: "late", at: given.now - 900 * day });
      return () => exchange(given, [late]);
    },
  },
  {
    name: "a first exchange, 1,000 entries of 65 kB",
    prepare: async (given) => {
      await seedNotes(given);
      return () => exchange(given, []);
    },
  },
  {
    name: "a comparison of 20,000 entries",
    prepare: async (given) => {
      await seedCard(given, 20_000);
      const { database, now } = given;
      const cursor = (await readLogVersion(database, learner.id)) ?? 0;
      const asked = { account: learner.id, cursor, from: now - 90 * day, held: "", history: "" };
      return () => compare(database, { ...asked, learner, now });
    },
  },
  {
    name: "a page of progress, 2,500 long quizzes",
    prepare: async (given) => {
      await seedQuizzes(given);
      const asked = { learner: learner.id, catalog: given.catalog, zone: null, now: given.now };
      return () => readProgress(given.database, asked);
    },
  },
];

async function exchange({ database, catalog, now }: Given, entries: unknown[]): Promise<void> {
  const asked = { account: learner.id, device: "d", since: 0, entries };
  const pace = makePace();
  const answer = await sync(database, { ...asked, learner, cards: catalog.cards, now, pace });
  if (answer) await slicedJson(answer, pace);
}

/** As the route does it, from the text of the body on. */
async function exchangeText(given: Given, text: string): Promise<void> {
  await giveWay();
  const asked = syncRequest.safeParse(splitArray(text, { name: "entries", most: mostEntries }));
  if (asked.success) await exchange(given, asked.data.entries);
}

function longBody(n: number): string {
  const notes = Array.from({ length: 16 }, (_, i) => ({
    ...noteOf(n * 100 + i),
    text: "x".repeat(64_000),
  }));
  return JSON.stringify({ account: learner.id, device: "d", since: 0, entries: notes });
}

function noteOf(n: number) {
  return { type: "note", id: `note-${n}`, device: "d", sequence: n + 1, at: 1_700_000_000_000 + n };
}

async function seedNotes(given: Given): Promise<void> {
  for (let n = 0; n < 1000; n += 15) {
    await exchangeOnly(
      given,
      Array.from({ length: 15 }, (_, i) => ({ ...noteOf(n + i), text: "x".repeat(65_000) })),
    );
  }
}

async function seedQuizzes(given: Given): Promise<void> {
  const questions = Array.from({ length: 1000 }, (_, n) => ({
    card: `a-card-${n}`,
    seed: 4_000_000 + n,
  }));
  for (let n = 0; n < 2500; n += 20) {
    await exchangeOnly(
      given,
      Array.from({ length: 20 }, (_, i) => ({
        ...{ ...noteOf(n + i), type: "quiz", quiz: `quiz-${n + i}`, event: "start" },
        plan: { topics: [], questions, style: "practice" },
      })),
    );
  }
}

async function seedCard(given: Given, count: number): Promise<void> {
  for (let n = 0; n < count; n += 300) {
    const reviews = Array.from({ length: 300 }, (_, i) =>
      reviewOf(given, {
        id: `r-${n + i}`,
        at: given.now - 80 * day + (n + i) * 60_000,
        sequence: n + i + 1,
      }),
    );
    await exchangeOnly(given, reviews);
  }
}

/** Without asking for what others wrote. */
async function exchangeOnly({ database, catalog, now }: Given, entries: unknown[]): Promise<void> {
  const since = (await readLogVersion(database, learner.id)) ?? 0;
  const asked = { account: learner.id, device: "d", since, entries };
  await sync(database, { ...asked, learner, cards: catalog.cards, now });
}

function reviewOf({ catalog }: Given, change: Partial<Review>): Review {
  const card = catalog.deck.cards.find(({ kind }) => kind === "recall");
  if (!card) throw new Error("The deck has no card to recall.");
  return { ...baseOf(card, change.at ?? 0), ...change };
}

function baseOf(card: Card, at: number): Review {
  return {
    ...{ type: "review", id: "r", device: "d", sequence: 1, at, card: card.id },
    ...{ cardVersion: card.version, deckVersion: "d", mode: "study", quiz: null, seed: 1 },
    ...{ studyDay: studyDayOf(at, 0), utcOffset: 0, answer: { kind: "recall" }, verdict: null },
    ...{ overruled: false, confidence: null, rating: "good", duration: 1000 },
  };
}

/** Long commands with many parts, each to another card. */
function hardCommands({ catalog, now }: Given, count: number): unknown[] {
  const commands = catalog.deck.cards.filter(({ kind }) => kind === "command");
  const text = `docker run ${"-e A=$(pwd) -v $HOME/b:/x -p 8080-8090:80-90 --label a='b c' ".repeat(28)}nginx`;
  return Array.from({ length: count }, (_, n) => {
    const card = commands[n % commands.length];
    if (!card) throw new Error("The deck has no command.");
    const answer = { kind: "command", text: text.slice(0, 1990) + n };
    return {
      ...baseOf(card, now - n * 1000),
      id: `c-${n}`,
      sequence: n + 1,
      answer,
      rating: "again",
      verdict: "wrong",
    };
  });
}

function choice(n: number) {
  return { ...noteOf(n), type: "setting", key: "desiredRetention", value: 0.8 + n / 100 };
}

async function seedStates(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += 1000) {
    await writeTogether(
      database,
      Array.from({ length: 1000 }, (_, n) => stateOf(database, from + n)),
    );
  }
}

function stateOf(database: Database, n: number) {
  const numbers = {
    stability: 10 + n,
    difficulty: 5,
    due: n,
    dueDay: 1,
    step: 0,
    reps: 3,
    lapses: 0,
  };
  const last = { lastReview: 1_700_000_000_000, lastDay: 19_000, utcOffset: 0 };
  const state = { phase: "review", ...numbers, ...last, missed: false, folded: 3 } as const;
  return putState(database, { learner: learner.id, version: 0, card: `card-${n}`, state });
}
