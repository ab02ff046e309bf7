import "server-only";
import { boundMoment, entryAt } from "#core/log/bound-clock";
import type { EntryResult } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { StoredEntry } from "#db/entries";
import type { Received } from "#db/entry-row";
import type { Catalog } from "#server/base/catalog";
import type { Pace } from "#server/base/give-way";
import { type ReadEntry, type Reading, readEntry } from "./entry-schema";
import { regrade } from "./regrade";

type Readable = Extract<ReadEntry, { ok: true }>;

/** An entry that was received, and the characters it took. */
export type Arrived = Received & { size: number };

/** One item of a request, read. `twin`: the same id stands earlier in the request. */
export type Item =
  | { ok: true; received: Arrived; twin: boolean }
  | { ok: false; result: EntryResult };

/** Why an entry is refused whose id was given to another one. */
export const otherBody = "Another entry has this id.";

/** Reads and grades the items of a request, each by itself, in the request's order. */
export async function receiveEntries(
  raw: readonly unknown[],
  { pace, ...receiving }: Receiving & { pace: Pace },
): Promise<Item[]> {
  const first = new Map<string, string>();
  const items: Item[] = [];
  for (const one of raw) {
    items.push(itemOf(readEntry(one, receiving), { first, ...receiving }));
    await pace.rest();
  }
  return items;
}

type Receiving = Reading & { cards: Catalog["cards"]; now: number };

/** `first`: by the ids so far, the hash of the first entry that has it. */
function itemOf(
  read: ReadEntry,
  { first, ...receiving }: Receiving & { first: Map<string, string> },
): Item {
  if (!read.ok) return { ok: false, result: refused(read.id, read.reason) };
  const { id } = read.entry;
  const hash = first.get(id);
  if (hash !== undefined && hash !== read.bodyHash) {
    return { ok: false, result: refused(id, otherBody) };
  }
  first.set(id, read.bodyHash);
  return { ok: true, received: receive(read, receiving), twin: hash !== undefined };
}

/** What is to be stored of an entry that was read, and arrived at a moment. */
export function receive(
  { entry, extra, bodyHash, size }: Readable,
  { reader, cards, now }: Omit<Receiving, "spoken">,
): Arrived {
  const grading = entry.type === "review" ? regrade(entry, cards.get(entry.card)) : null;
  const sent = entryAt(entry, boundMoment(entry.at, now));
  const claimedAt = sent === entry ? null : entry.at;
  const unreadBy = entry.type === "unknown" ? reader.protocol : null;
  const reception = { receivedAt: now, claimedAt, bodyHash, grading, extra, unreadBy };
  return { sent, size, reception };
}

/** What was there before a request: entries of the log, and ids that other reports have. */
type Before = { stored: ReadonlyMap<string, StoredEntry>; taken: ReadonlySet<string> };

/** What to answer to an item, given what was there before this request. */
export function resultOf(item: Item, { stored, taken }: Before): EntryResult {
  if (!item.ok) return item.result;
  const { sent, reception } = item.received;
  const before = stored.get(sent.id);
  if (!before && taken.has(sent.id)) return refused(sent.id, otherBody);
  if (!before) {
    const status = item.twin ? "replayed" : "stored";
    const clock = clockOf({ at: sent.at, claimedAt: reception.claimedAt });
    return { id: sent.id, status, ...clock, ...differences(judgedOf(item.received)) };
  }
  if (before.bodyHash !== reception.bodyHash) return refused(sent.id, otherBody);
  return { id: sent.id, status: "replayed", ...clockOf(before), ...differences(before) };
}

function clockOf({ at, claimedAt }: Pick<StoredEntry, "at" | "claimedAt">) {
  return claimedAt === null ? {} : { at };
}

/** The items that the log has not got yet, each once. */
export function freshOf(items: readonly Item[], stored: ReadonlyMap<string, unknown>): Arrived[] {
  return items.flatMap((item) =>
    item.ok && !item.twin && !stored.has(item.received.sent.id) ? [item.received] : [],
  );
}

/** A review as it is folded: with the rating that counts. */
export function effective<Some extends Entry>(
  sent: Some,
  { grading }: Received["reception"],
): Some {
  return grading ? { ...sent, rating: grading.rating } : sent;
}

const refused = (id: string, reason: string): EntryResult => ({ id, status: "refused", reason });

type Judged = Pick<
  StoredEntry,
  "graded" | "verdictShown" | "verdictGraded" | "ratingSent" | "rating"
>;

function judgedOf({ sent, reception: { grading } }: Received): Judged | null {
  if (sent.type !== "review" || !grading) return null;
  const { graded, verdict, rating } = grading;
  const { verdict: verdictShown, rating: ratingSent } = sent;
  return { graded, verdictShown, verdictGraded: verdict, ratingSent, rating };
}

/** Where the server came to something else than the device. */
function differences(judged: Judged | null): Pick<EntryResult, "graded" | "rating"> {
  if (!judged) return {};
  const { graded, verdictShown, verdictGraded, ratingSent, rating } = judged;
  return {
    ...(graded === "graded" &&
      verdictGraded !== null &&
      verdictGraded !== verdictShown && { graded: verdictGraded }),
    ...(rating !== null && rating !== ratingSent && { rating }),
  };
}
