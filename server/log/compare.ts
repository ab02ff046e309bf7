import "server-only";
import { z } from "zod";
import {
  addHeld,
  type Digests,
  noCard,
  overallDigest,
  type Tallies,
  writtenOut,
} from "#core/log/digest";
import type { Placed } from "#core/log/order";
import { canCompareWith } from "#core/log/protocol";
import type { CardTruth, CompareResponse } from "#core/log/sync-types";
import type { Database } from "#db/client";
import { entryOf } from "#db/entry-row";
import { readHistory } from "#db/histories";
import { readLogVersion } from "#db/log-heads";
import {
  type ComparedEntry,
  placeFrom,
  readCardEntries,
  readCompared,
} from "#db/pages/card-entries";
import { makePace, type Pace } from "#server/base/give-way";
import { Unread } from "#server/http/unread";
import type { Learner } from "#server/session/session";
import { spokenProtocol } from "./entry-schema";
import { type HeadWithSettings, logHead } from "./log-head";
import { kept } from "./pull";
import { collectStates, statesOf, statesSince } from "./states";

/** Cards whose digests one request may name: as many as an account can have. */
export const mostCards = 20_001;
/** Characters of a digest with the name of its card. */
const longestPair = 1000;

export const compareRequest = z.object({
  account: z.string().max(64),
  cursor: z.int().nonnegative(),
  // A page of an earlier version names none.
  history: z.string().max(64).default(""),
  from: z.int(),
  held: z.union([z.string().max(64), z.array(z.unknown()).max(mostCards)]),
  protocol: spokenProtocol,
});

const pair = z.tuple([z.string().max(128), z.string().max(64)]);

/** What a device says it holds: the digest of all, or of each card. */
export type Held = string | readonly (readonly [card: string, digest: string])[];

type Asked = Omit<z.infer<typeof compareRequest>, "held"> & {
  held: Held;
  learner: Learner;
  now: number;
  pace?: Pace;
};
type Comparing = Asked & { pace: Pace; head: HeadWithSettings };

/** Reads what a device says it holds, pair by pair; null where that is something else. */
export async function readHeld(
  held: z.infer<typeof compareRequest>["held"],
  pace: Pace,
): Promise<Held | null> {
  if (typeof held === "string") return held;
  const pairs: [string, string][] = [];
  for (const one of held) {
    const read = one instanceof Unread ? one.read(longestPair) : { ok: true as const, value: one };
    const parsed = read.ok ? pair.safeParse(read.value) : null;
    if (!parsed?.success) return null;
    pairs.push(parsed.data);
    await pace.rest();
  }
  return pairs;
}

/** How old the last exchange of a device that compares may be, milliseconds: a day. */
const slack = 24 * 60 * 60 * 1000;

/** What one answer holds, and what the first card of it may have alone. */
export type TruthSize = { entries: number; bytes: number };
const usualSize: TruthSize = { entries: 3000, bytes: 2_000_000 };
const largestCard: TruthSize = { entries: 20_000, bytes: 8_000_000 };

/** Entries that are read at once: for their digests, and whole. */
const perLook = 1000;
const perPage = 100;

/**
 * Tells a device whether it holds the same as the server; where it has named the digest of each
 * card, what the server holds of those that differ. Reads what one learner's devices keep, however
 * early the moment that is named. Null when the session is not of the account that is compared.
 */
export async function compare(
  database: Database,
  { pace = makePace(), ...asked }: Asked,
  size: TruthSize = usualSize,
): Promise<CompareResponse | null> {
  const { learner, cursor, from, now } = asked;
  if (asked.account !== learner.id) return null;
  const isThere = async () =>
    (await readLogVersion(database, learner.id)) === cursor &&
    (await readHistory(database)) === asked.history;
  const moved: CompareResponse = { verdict: "moved" };
  const isLate = from < now - kept - slack;
  if (isLate || !canCompareWith(asked.protocol) || !(await isThere())) return moved;
  const head = await logHead(database, { learner: learner.id, pace });
  if (!head) return moved;
  const answer = await answerTo(database, { ...asked, pace, head }, size);
  // What was read is of one version only if it still is that one.
  return (await isThere()) ? answer : moved;
}

async function answerTo(
  database: Database,
  comparing: Comparing,
  size: TruthSize,
): Promise<CompareResponse> {
  const { held } = comparing;
  const digests = await digestsNow(database, comparing);
  if (typeof held === "string") {
    return overallDigest(digests) === held
      ? { verdict: "equal" }
      : { verdict: "unequal", cards: [] };
  }
  const differing = differences(digests, new Map(held));
  if (differing.length === 0) return { verdict: "equal" };
  return { verdict: "unequal", cards: await truthsOf(database, comparing, { differing, size }) };
}

/** The digest of each card, read card by card: all of it may be some hundred thousand entries. */
async function digestsNow(database: Database, comparing: Comparing): Promise<Digests> {
  const { learner, pace, head } = comparing;
  const tallies: Tallies = new Map();
  const pages = statesSince(database, { learner: learner.id, version: -1, head, pace });
  const states = await collectStates(pages);
  for (const [card, state] of states) {
    addHeld(tallies, { states: [{ card, state }] });
    await addEntries(database, comparing, { tallies, card });
  }
  await addEntries(database, comparing, { tallies, card: noCard });
  return writtenOut(tallies);
}

async function addEntries(
  database: Database,
  comparing: Comparing,
  { tallies, card }: { tallies: Tallies; card: string },
): Promise<void> {
  for await (const entries of comparedOf(database, comparing, card)) addHeld(tallies, { entries });
}

/** The entries of a card that devices keep, as they are compared. */
async function* comparedOf(
  database: Database,
  { learner: { id: learner }, from, pace }: Comparing,
  card: string,
): AsyncGenerator<ComparedEntry[]> {
  for (let after = firstPlace(card, from); ; ) {
    const found = await readCompared(database, { learner, card, after, limit: perLook });
    yield found;
    await pace.rest(found.length + 1);
    const last = found.at(-1);
    if (!last || found.length < perLook) return;
    after = last;
  }
}

/** Of what has no card, entries of any age are kept. */
const firstPlace = (card: string, from: number): Placed => placeFrom(card === noCard ? -1 : from);

/** The cards of which one side holds something else than the other, or nothing. */
function differences(ours: Digests, theirs: Digests): string[] {
  const all = new Set([...ours.keys(), ...theirs.keys()]);
  return [...all].filter((card) => ours.get(card) !== theirs.get(card));
}

type Differing = { differing: readonly string[]; size: TruthSize };

/**
 * What the server holds of as many cards as fit into an answer, one at least; the next comparison
 * finds the others. A card that is larger than any answer is passed over.
 */
async function truthsOf(
  database: Database,
  comparing: Comparing,
  { differing, size }: Differing,
): Promise<CardTruth[]> {
  const truths: CardTruth[] = [];
  const total = { entries: 0, bytes: 0 };
  for (const card of differing) {
    const measured = await measure(database, comparing, card);
    if (measured === null) continue;
    total.entries += measured.entries;
    total.bytes += measured.bytes;
    const fits = total.entries <= size.entries && total.bytes <= size.bytes;
    if (truths.length > 0 && !fits) break;
    truths.push(await truthOf(database, comparing, card));
  }
  return truths;
}

async function measure(
  database: Database,
  comparing: Comparing,
  card: string,
): Promise<TruthSize | null> {
  const size = { entries: 0, bytes: 0 };
  for await (const page of comparedOf(database, comparing, card)) {
    size.entries += page.length;
    for (const { bytes } of page) size.bytes += bytes;
    if (size.entries > largestCard.entries || size.bytes > largestCard.bytes) return null;
  }
  return size;
}

async function truthOf(
  database: Database,
  { learner: { id: learner }, from, pace, head }: Comparing,
  card: string,
): Promise<CardTruth> {
  const states = await statesOf(database, { learner, cards: [card], head });
  const truth: CardTruth = { card, state: states.get(card) ?? null, entries: [] };
  for (let after = firstPlace(card, from); ; ) {
    const rows = await readCardEntries(database, { learner, card, after, limit: perPage });
    truth.entries.push(...rows.map(entryOf));
    await pace.rest(rows.length);
    const last = rows.at(-1);
    if (!last || rows.length < perPage) return truth;
    after = last;
  }
}
