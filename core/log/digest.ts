import { canonicalJson } from "#core/content/canonical-json";
import type { CardState } from "#core/scheduling/types";
import { subjectOf } from "./marks";
import type { StateChange } from "./sync-types";
import type { Entry, Rating } from "./types";

/**
 * What two sides compare of an entry: its id, and what its place and its effect depend on. The rest
 * of an entry is not the same on both: a server rounds durations, and dropped what it did not know before protocol 1.
 */
export type Compared = {
  id: string;
  /** Whose state the entry makes; `noCard` where it makes none. */
  card: string;
  at: number;
  /** The one that counts, of a review; else null. */
  rating: Rating | null;
};

/** What one side holds: the entries that both keep, and all states. */
export type Holding = { entries: readonly Compared[]; states: readonly StateChange[] };

/** What has been added so far, by card. */
export type Tallies = Map<string, Tally>;

/** By card, its digest; a card of which nothing is held has none. */
export type Digests = ReadonlyMap<string, string>;

/** Here stand settings, quizzes, reports and unknown kinds; no card has this name. */
export const noCard = "";

/** Of a state, in the order in which they are written. */
const numbers = [
  "stability",
  "difficulty",
  "due",
  "dueDay",
  "step",
  "reps",
  "lapses",
  "lastReview",
  "lastDay",
  "utcOffset",
] as const;

/** An entry as it is compared. */
export function comparedOf(entry: Entry): Compared {
  const { id, at } = entry;
  const card = subjectOf(entry) ?? noCard;
  return { id, card, at, rating: entry.type === "review" ? entry.rating : null };
}

/** Whether both sides keep an entry: of what makes states that from a moment on, all else. */
export function isKept({ card, at }: Pick<Compared, "card" | "at">, from: number): boolean {
  return card === noCard || at >= from;
}

/** The digest of each card, from its entries and its state, in whatever order they are given. */
export function digestsOf(holding: Holding): Digests {
  const tallies: Tallies = new Map();
  addHeld(tallies, holding);
  return writtenOut(tallies);
}

/** Adds a part of what is held, so that much of it can be gone through piece by piece. */
export function addHeld(tallies: Tallies, { entries, states }: Partial<Holding>): void {
  const count = (card: string, text: string) => {
    const tally = tallies.get(card) ?? { count: 0, first: 0, second: 0 };
    tallies.set(card, tally);
    add(tally, text);
  };
  for (const { card, id, at, rating } of entries ?? []) count(card, `entry ${id} ${at} ${rating}`);
  for (const { card, state } of states ?? []) if (!isUnseen(state)) count(card, stateText(state));
}

/** The digests of all that was added. */
export function writtenOut(tallies: Tallies): Digests {
  return new Map([...tallies].map(([card, tally]) => [card, written(tally)]));
}

/** One digest of all cards' digests. */
export function overallDigest(digests: Digests): string {
  return digestOf([...digests].map((pair) => JSON.stringify(pair)));
}

/**
 * How many texts there are, and the sum of their hashes: the same in any order, another when a text
 * is missing, doubled or changed. 64 bits, for faults of a store and not against forgers.
 */
export function digestOf(texts: Iterable<string>): string {
  const tally: Tally = { count: 0, first: 0, second: 0 };
  for (const text of texts) add(tally, text);
  return written(tally);
}

/** Two sums modulo 2^32. */
export type Tally = { count: number; first: number; second: number };

/** The hash is cyrb53 by bryc (public domain), with all 64 bits kept. */
function add(tally: Tally, text: string): void {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  const left = mix(first) ^ stir(second);
  const right = mix(second) ^ stir(left);
  tally.count += 1;
  tally.first = (tally.first + left) >>> 0;
  tally.second = (tally.second + right) >>> 0;
}

const mix = (hash: number): number => Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
const stir = (hash: number): number => Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);

function written({ count, first, second }: Tally): string {
  return `${count}-${first.toString(36)}-${second.toString(36)}`;
}

/** A device may have heard of a card that it has no entry; the server writes no such state. */
function isUnseen({ phase, missed, folded }: CardState): boolean {
  return phase === "new" && !missed && folded === 0;
}

/** A number is written the same by every engine, and read back as the same number. */
function stateText(state: CardState): string {
  const { phase, missed, folded, marks } = state;
  const rest = phase === "new" ? [] : numbers.map((name) => state[name]);
  const marked = marks ? [canonicalJson(marks)] : [];
  return ["state", phase, missed, folded, ...rest, ...marked].join(" ");
}
