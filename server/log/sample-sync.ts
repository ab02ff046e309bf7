import "server-only";
import { sampleFile } from "#core/content/compile/sample-content";
import { foldLog } from "#core/log/fold-log";
import type { SyncResponse } from "#core/log/sync-types";
import { addTotals, type DailyTotal, totalKey, totalsOf } from "#core/log/totals";
import type { Mark, Review } from "#core/log/types";
import { settingsOf } from "#core/scheduling/settings";
import { studyDayOf } from "#core/scheduling/study-day";
import type { CardState, Settings } from "#core/scheduling/types";
import type { Database } from "#db/client";
import { readTotals } from "#db/daily-totals";
import { readLog } from "#db/entries";
import { addUser } from "#db/users";
import { compileCatalog } from "#server/base/catalog";
import { makePace } from "#server/base/give-way";
import type { Reader } from "./entry-schema";
import { logHead } from "./log-head";
import { collectStates, statesSince } from "./states";
import { sync } from "./sync";

/** For the tests of syncing: a small deck, two learners, a device, and what a log comes to. */
export const { cards, deck } = compileCatalog([sampleFile]);
export const day = 86_400_000;
export const start = 1_700_000_000_000;
export const now = start + 50 * day;

/** Adds the learners ann and bob. */
export async function withUsers<Some extends Database>(database: Some): Promise<Some> {
  for (const id of ["ann", "bob"]) {
    await addUser(database, { id, email: `${id}@x.org`, passwordHash: "x", createdAt: start });
  }
  return database;
}

type Sending = {
  learner?: string;
  since?: number;
  device?: string;
  at?: number;
  /** Another version of the server, or of the device. */
  reader?: Reader;
  protocol?: number;
};

/** Sends entries as a signed-in device does. */
export async function send(
  database: Database,
  entries: readonly unknown[],
  { learner = "ann", since = 0, device = "d", at = now, reader, protocol }: Sending = {},
): Promise<SyncResponse> {
  const response = await sync(database, {
    learner: { id: learner, email: `${learner}@x.org`, tokenHash: "t" },
    account: learner,
    device,
    since,
    entries: [...entries],
    cards,
    now: at,
    protocol,
    ...(reader && { reader }),
  });
  if (!response) throw new Error("no answer");
  return response;
}

/** A review as a device sends it, of the card box-what unless another is named. */
export function review(some: Partial<Review> = {}): Review {
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

/** What every entry has, in the order of its device. */
export const place = (id: string, sequence = 1) => ({
  id,
  device: "d",
  sequence,
  at: start + sequence,
});
const quiz = { topics: ["talk"], questions: [{ card: "box-what", seed: 1, level: 3 }], seed: 4 };

/** One entry of each kind, and what was given within a quiz. */
export const ofEachKind = (): Record<string, unknown>[] => [
  { ...review({ ...place("r1") }) },
  { ...review({ ...place("r2", 2), card: "crane-choice", answer: { kind: "choice", option: 2 } }) },
  { ...place("v", 3), type: "void", target: "r1", card: "box-what" },
  { ...place("s", 4), type: "setting", key: "desiredRetention", value: 0.8 },
  { ...place("q1", 5), type: "quiz", quiz: "q", event: "start", plan: quiz },
  {
    ...{ ...place("q2", 6), type: "quiz", quiz: "q", event: "answer", plan: null },
    given: { card: "box-gap", answer: { kind: "cloze", text: "ps" }, confidence: 2, duration: 9 },
  },
  { ...place("q3", 7), type: "quiz", quiz: "q", event: "finish", plan: null },
  {
    ...{ ...place("m", 8), type: "report", card: "box-what", cardVersion: "v1" },
    ...{ reason: "wrong", text: "It says so." },
  },
  ...ofEachMark(),
];

/** One mark of each kind. */
export const ofEachMark = (): Mark[] => [
  { ...place("m1", 11), type: "suspend", card: "box-gap", suspended: true },
  { ...place("m2", 12), type: "bury", card: "box-gap", studyDay: 19_675, utcOffset: 60 },
  { ...place("m3", 13), type: "set-date", card: "box-what", dueDay: 19_700 },
  { ...place("m4", 14), type: "flag", card: "box-what", flag: "blue" },
  { ...place("m5", 15), type: "note", card: "box-what", text: "A *box*\u0000\ud800." },
  { ...place("m6", 16), type: "met", concept: "box", known: true },
  { ...place("m7", 17), type: "reset", card: "crane-choice" },
];

/** What follows from a log. */
export type Caches = {
  states: Map<string, CardState>;
  totals: DailyTotal[];
  settings: Settings;
};

const sortedTotals = (totals: readonly DailyTotal[]) =>
  [...totals].sort((a, b) => (totalKey(a) < totalKey(b) ? -1 : 1));

/** What the log of a learner folds to, from nothing. */
export async function rebuilt(database: Database, learner = "ann"): Promise<Caches> {
  const { states, facts, settings } = foldLog(await readLog(database, learner));
  const topicOf = ({ card }: { card: string }) => cards.get(card)?.topic ?? "";
  const totals = addTotals(...[...facts.values()].map((of) => totalsOf(of, topicOf)));
  return { states, totals: sortedTotals(totals), settings };
}

/** The states and totals that are stored. */
export async function storedOf(database: Database, learner = "ann"): Promise<Caches> {
  const pace = makePace();
  const head = await logHead(database, { learner, pace });
  if (!head) throw new Error(`There is no learner ${learner}.`);
  return {
    states: await collectStates(statesSince(database, { learner, version: -1, head, pace })),
    totals: sortedTotals(await readTotals(database, learner)),
    settings: settingsOf(head.settings),
  };
}
