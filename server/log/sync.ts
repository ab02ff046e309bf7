import "server-only";
import { z } from "zod";
import type { EntryResult, StateChange, SyncResponse } from "#core/log/sync-types";
import type { Database } from "#db/client";
import { readEntriesById } from "#db/entries";
import type { Catalog } from "#server/base/catalog";
import type { Learner } from "#server/session/session";
import { kept, pull } from "./pull";
import { type Item, otherBody, receiveEntries } from "./receive-entries";
import { type Stored, storeEntries } from "./store-entries";

/** Entries are read one by one, so that a bad one blocks no other. */
export const syncRequest = z.object({
  account: z.string().max(64),
  device: z.string().max(64),
  since: z.int().nonnegative(),
  gap: z.object({ after: z.int(), before: z.int() }).optional(),
  entries: z.array(z.unknown()).max(500),
  utcOffset: z.int().min(-1440).max(1440).optional(),
});

type Asked = z.infer<typeof syncRequest> & {
  learner: Learner;
  cards: Catalog["cards"];
  now: number;
  /** Entries in one answer, where it is not the usual number. */
  pageSize?: number;
};

/**
 * One exchange with a device: stores what it sends, tells what it lacks. Null when the session is
 * not of the account that the entries belong to, or the account was deleted meanwhile.
 */
export async function sync(database: Database, asked: Asked): Promise<SyncResponse | null> {
  const { learner, cards, now } = asked;
  if (asked.account !== learner.id) return null;
  const { id, email } = learner;
  const items = receiveEntries(asked.entries, { cards, now });
  const stored = await storeEntries(database, { learner: id, items });
  if (!stored) return null;
  const { settings } = stored;
  const results = await withInstead(database, { learner: id, results: stored.results });
  const changes = await changesFor(database, { asked, stored, items });
  return { account: { id, email }, results, settings, from: now - kept, ...changes };
}

/** Names beside each refused entry the one that has its id, which the device keeps instead. */
async function withInstead(
  database: Database,
  { learner, results }: { learner: string; results: readonly EntryResult[] },
): Promise<EntryResult[]> {
  const clashes = results.filter(({ reason }) => reason === otherBody).map(({ id }) => id);
  if (clashes.length === 0) return [...results];
  const stored = await readEntriesById(database, { learner, ids: clashes });
  const byId = new Map(stored.map((entry) => [entry.id, entry]));
  return results.map((result) => {
    const instead = result.reason === otherBody ? byId.get(result.id) : undefined;
    return instead ? { ...result, instead } : result;
  });
}

type Changes = Pick<SyncResponse, "cursor" | "gap" | "states" | "entries">;

async function changesFor(
  database: Database,
  { asked, stored, items }: { asked: Asked; stored: Stored; items: readonly Item[] },
): Promise<Changes> {
  const { version, before, states } = stored;
  // The device knew all there was: what it lacks is what its own entries led to.
  if (asked.since === before && !asked.gap) return { cursor: version, states, entries: [] };
  // A cursor from the future is one of another history, such as that of a restored backup.
  const { since, gap } = asked.since > version ? { since: 0 } : asked;
  const learner = asked.learner.id;
  const about = { learner, since, gap, version, now: asked.now };
  const pulled = await pull(database, about, asked.pageSize);
  const sent = new Set(items.flatMap((item) => (item.ok ? item.received.sent.id : [])));
  return {
    cursor: version,
    ...(pulled.gap && { gap: pulled.gap }),
    states: union(states, pulled.states),
    entries: pulled.entries.filter((entry) => !sent.has(entry.id)),
  };
}

/** Each card once; both lists come from the same moment or the second from a later one. */
function union(first: readonly StateChange[], second: readonly StateChange[]): StateChange[] {
  const states = new Map([...first, ...second].map((change) => [change.card, change]));
  return [...states.values()];
}
