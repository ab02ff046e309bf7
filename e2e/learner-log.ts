import { createHash, randomBytes, randomUUID } from "node:crypto";
import { canonicalJson } from "#core/content/canonical-json";
import { drawCard } from "#core/content/draw-card";
import type { Card, ChoiceCard, Deck } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { rightAnswer } from "#core/grading/right-answer";
import { foldLog } from "#core/log/fold-log";
import { totalsOf } from "#core/log/totals";
import type { Entry, QuizPlan, Rating, Review } from "#core/log/types";
import { startOfStudyDay, studyDayOf } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { waitWords } from "#core/scheduling/wait-words";
import { writeTogether } from "#db/batch";
import { afterVersion, putState, readStatePage } from "#db/card-states";
import type { Database } from "#db/client";
import { addToTotal } from "#db/daily-totals";
import { addEntry } from "#db/entries";
import type { Grading } from "#db/entry-row";
import { claimLogVersion } from "#db/log-heads";
import { rowsOf, tablesOf } from "#db/samples/stored-rows";
import { addSession } from "#db/sessions";
import { addUser } from "#db/users";
import { wrongAnswer } from "./deck";

export type Learner = { id: string; email: string; password: string };

/** Of all browsers under test, in minutes east of UTC. Brazil has kept no summer time since 2019. */
export const testZone = { name: "America/Sao_Paulo", utcOffset: -180 } as const;

const { utcOffset } = testZone;
/** What every review made here was shuffled and drawn by. */
const seed = 1;
const hour = 3_600_000;
const day = 24 * hour;
const password = "moored at the quay";
/** Of the password above: argon2id hashes carry their own cost and salt. */
const passwordHash =
  "$argon2id$v=19$m=19456,t=2,p=1$NC1qaNFFIwh0XHgjkVkzMw$Cnzc4cqxGYQuENIukYyTl0jAqJWoICTwUVxrIZUSxeY";

/** A new account with an empty log, and nobody logged in. */
export async function makeLearner(database: Database): Promise<Learner> {
  const id = randomUUID();
  const email = `${id}@mooring.example`;
  await addUser(database, { id, email, passwordHash, createdAt: Date.now() });
  return { id, email, password };
}

/** Logs a learner in; gives the value of the session's cookie. */
export async function startSession(database: Database, { id }: Learner): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("base64url");
  const now = Date.now();
  const expiresAt = now + day;
  await addSession(database, { tokenHash, userId: id, createdAt: now, expiresAt, lastSeenAt: now });
  return token;
}

type Past = {
  /** Study days before the present one. */
  daysAgo: number;
  rating?: Rating;
  /** Milliseconds after the study day began; eight hours unless told otherwise, at noon. */
  into?: number;
};

/** A study review as a device would have written it, answered rightly. */
export function reviewOf(deck: Deck, card: Card, past: Past): Review {
  const { daysAgo, rating = "easy", into = 8 * hour } = past;
  const studyDay = studyDayOf(Date.now(), utcOffset) - daysAgo;
  return {
    type: "review",
    id: randomUUID(),
    device: "an-older-device",
    sequence: 1,
    at: startOfStudyDay(studyDay, utcOffset) + into,
    card: card.id,
    cardVersion: card.version,
    deckVersion: deck.version,
    mode: "study",
    quiz: null,
    studyDay,
    utcOffset,
    answer: rightAnswer(drawCard(card, seed)),
    seed,
    verdict: card.kind === "recall" ? null : "correct",
    overruled: false,
    confidence: null,
    rating,
    duration: 5_000,
  };
}

/** A setting chosen long ago. */
export function settingOf(key: string, value: unknown): Entry {
  const at = Date.now() - 400 * day;
  return {
    type: "setting",
    id: randomUUID(),
    device: "an-older-device",
    sequence: 1,
    at,
    key,
    value,
  };
}

/** A finished quiz on two cards, of which the first was answered rightly and the second wrongly. */
export function quizLog(deck: Deck, [right, wrong]: [ChoiceCard, ChoiceCard], past: Past): Entry[] {
  const quiz = randomUUID();
  const inQuiz = { mode: "quiz", quiz } as const;
  const first = { ...reviewOf(deck, right, { ...past, rating: "good" }), ...inQuiz };
  const second = { ...reviewOf(deck, wrong, { ...past, rating: "again" }), ...inQuiz };
  const missed = { answer: wrongAnswer(wrong), verdict: "wrong" } as const;
  const { device, sequence, at } = first;
  const base = { type: "quiz", device, sequence, quiz } as const;
  const plan = {
    topics: [right.topic, wrong.topic],
    questions: [right, wrong].map(({ id }) => ({ card: id, seed })),
  };
  return [
    { ...base, id: randomUUID(), at: at - 1, event: "start", plan },
    first,
    { ...second, ...missed, at: at + 1 },
    { ...base, id: randomUUID(), at: at + 2, event: "finish", plan: null },
  ];
}

type Open = Partial<QuizPlan> & { begunAgo?: number };

/**
 * A quiz on these cards that was begun an hour ago, or some milliseconds ago, and has no answer yet;
 * `quiz` names it.
 */
export function openQuizLog(quiz: string, cards: readonly Card[], open: Open = {}): Entry[] {
  const { begunAgo = hour, ...of } = open;
  const plan: QuizPlan = {
    topics: [...new Set(cards.map((card) => card.topic))],
    questions: cards.map(({ id }) => ({ card: id, seed })),
    ...of,
  };
  const place = { device: "an-older-device", sequence: 1, at: Date.now() - begunAgo };
  return [{ type: "quiz", id: randomUUID(), ...place, quiz, event: "start", plan }];
}

/**
 * A log in which these cards and no others are to be studied today, in this order: learned long
 * ago, the first longest ago, and with no new cards a day.
 */
export function dueLog(deck: Deck, cards: readonly Card[]): Entry[] {
  const reviews = cards.map((card, place) =>
    reviewOf(deck, card, { daysAgo: 30 + cards.length - place }),
  );
  return [settingOf("newPerDay", 0), ...reviews];
}

/** Stores a learner's whole log at once, with the states and totals that follow from it. */
export async function writeLog(
  database: Database,
  { learner, deck, entries }: { learner: Learner; deck: Deck; entries: readonly Entry[] },
): Promise<void> {
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const placed = entries.map((entry, place) => ({ ...entry, sequence: place + 1 }));
  const { states, facts } = foldLog(placed);
  const totals = totalsOf([...facts.values()].flat(), ({ card }) => cards.get(card)?.topic ?? "");
  const of = { learner: learner.id, version: 1 };
  await writeTogether(database, [
    claimLogVersion(database, { learner: learner.id, seen: 0 }),
    ...placed.map((sent) => addEntry(database, { ...of, received: receivedOf(sent, cards) })),
    ...[...states].map(([card, state]) => putState(database, { ...of, card, state })),
    ...totals.map((total) => addToTotal(database, { learner: learner.id, total })),
  ]);
}

/** As if the server had heard of a quiz so many milliseconds earlier than it has. */
export async function hearEarlier(database: Database, quiz: string, ms: number): Promise<void> {
  const earlier = Math.round(ms);
  await rowsOf(
    database,
    `update entries set received_at = received_at - ${earlier} where quiz = '${quiz}'`,
  );
}

function receivedOf(sent: Entry, cards: ReadonlyMap<string, Card>) {
  const bodyHash = createHash("sha256").update(canonicalJson(sent)).digest("base64url");
  const grading = sent.type === "review" ? gradingOf(sent, cards.get(sent.card)) : null;
  return { sent, reception: { receivedAt: sent.at, claimedAt: null, bodyHash, grading } };
}

function gradingOf(review: Review, card: Card | undefined): Grading {
  if (!card) throw new Error(`The deck has no card ${review.card}.`);
  const isSelf = card.kind === "recall" || card.kind === "list";
  const verdict = gradeAnswer(drawCard(card, review.seed), review.answer)?.outcome ?? null;
  const { rating } = review;
  return { graded: isSelf ? "self" : "graded", verdict, rating, topic: card.topic };
}

/** When a card comes back, in the words that stand on a rating's button. */
export function comesBack(state: CardState | undefined): string {
  if (!state || state.phase === "new") return "never";
  return waitWords({ state, wait: state.due - state.lastReview });
}

/** All stored card states of a learner, by card. */
export async function storedStates(
  database: Database,
  { id }: Learner,
): Promise<Map<string, CardState>> {
  const all = { learner: id, after: afterVersion(-1), limit: Number.MAX_SAFE_INTEGER };
  const { states } = await readStatePage(database, all);
  return new Map(states.map(({ card, state }) => [card, state]));
}

/** By table, the number of rows in which a learner's id or e-mail address stands; 0 left out. */
export async function rowsAbout(
  database: Database,
  { id, email }: Learner,
): Promise<Record<string, number>> {
  const counts = [...(await tablesOf(database)).keys()].map(async (name) => {
    const rows = await rowsOf(database, `select * from "${name}"`);
    return [name, rows.filter((row) => row.some((v) => v === id || v === email)).length] as const;
  });
  return Object.fromEntries((await Promise.all(counts)).filter(([, count]) => count > 0));
}
