import "server-only";
import { z } from "zod";
import type { EntryResult, Gap, StateChange, StatePlace, SyncResponse } from "#core/log/sync-types";
import { statePlace } from "#db/card-states";
import type { Database } from "#db/client";
import { readEntriesById } from "#db/entries";
import type { Catalog } from "#server/base/catalog";
import { makePace, type Pace } from "#server/base/give-way";
import type { Learner } from "#server/session/session";
import { type Reader, spokenProtocol, thisReader } from "./entry-schema";
import { kept, type PageSize, pull, usualSize } from "./pull";
import { type Item, otherBody, receiveEntries } from "./receive-entries";
import { firstStates } from "./states";
import { type Stored, storeEntries } from "./store-entries";

/** Entries in one request. */
export const mostEntries = 500;

/** Entries are read one by one, so that a bad one blocks no other. */
export const syncRequest = z.object({
  account: z.string().max(64),
  device: z.string().max(64),
  since: z.int().nonnegative(),
  gap: z
    .object({
      after: z.int(),
      before: z.int(),
      // A page of an earlier version tells no card, and hears those of that batch again.
      states: z
        .object({ version: z.int(), card: z.string().max(128).default("") })
        .transform(({ version, card }) => statePlace(version, card))
        .optional(),
    })
    .optional(),
  entries: z.array(z.unknown()).max(mostEntries),
  utcOffset: z.int().min(-1440).max(1440).optional(),
  protocol: spokenProtocol,
});

type Asked = z.infer<typeof syncRequest> & {
  learner: Learner;
  cards: Catalog["cards"];
  now: number;
  /** What one answer holds, where it is not as usual. */
  size?: PageSize;
  pace?: Pace;
  reader?: Reader;
};

/**
 * One exchange with a device: stores what it sends, tells what it lacks. Null when the session is
 * not of the account that the entries belong to, or the account was deleted meanwhile.
 */
export async function sync(database: Database, asked: Asked): Promise<SyncResponse | null> {
  const { learner, cards, now, pace = makePace(), reader = thisReader } = asked;
  if (asked.account !== learner.id) return null;
  const { id, email } = learner;
  const spoken = asked.protocol;
  const items = await receiveEntries(asked.entries, { reader, spoken, cards, now, pace });
  const stored = await storeEntries(database, { learner: id, items, now, pace, reader, cards });
  if (!stored) return null;
  const { settings, history } = stored;
  const results = await withInstead(database, { learner: id, results: stored.results });
  const changes = await changesFor(database, { ...asked, stored, items, pace });
  return { account: { id, email }, history, results, settings, from: now - kept, ...changes };
}

/** Clashes that are told with the other entry in one answer: each may be 64 kB. */
const mostClashes = 20;

/**
 * Names beside each refused entry the one that has its id, which the device keeps instead. Results
 * after more of those than one answer holds are left out: the device asks again.
 */
async function withInstead(
  database: Database,
  { learner, results }: { learner: string; results: readonly EntryResult[] },
): Promise<EntryResult[]> {
  const clashing = results.filter(({ reason }) => reason === otherBody);
  if (clashing.length === 0) return [...results];
  const beyond = clashing[mostClashes];
  const told = beyond ? results.slice(0, results.indexOf(beyond)) : results;
  const ids = clashing.slice(0, mostClashes).map(({ id }) => id);
  const stored = await readEntriesById(database, { learner, ids });
  const byId = new Map(stored.map((entry) => [entry.id, entry]));
  return told.map((result) => {
    const instead = result.reason === otherBody ? byId.get(result.id) : undefined;
    return instead ? { ...result, instead } : result;
  });
}

type Changes = Pick<SyncResponse, "cursor" | "gap" | "states" | "entries">;
type Changing = Asked & { stored: Stored; items: readonly Item[]; pace: Pace };

async function changesFor(database: Database, changing: Changing): Promise<Changes> {
  const { stored, items, now, size = usualSize, pace } = changing;
  const { version, head } = stored;
  const learner = changing.learner.id;
  const isKnown = stored.isWhole && changing.since === stored.before && !changing.gap;
  // The device knew all there was: what it lacks is what its own entries led to.
  if (isKnown && !stored.touchesAll) {
    return { cursor: version, states: [...stored.states], entries: [] };
  }
  // A cursor from the future is one of another history, such as that of a restored backup.
  const { since, gap } = changing.since > version ? { since: 0, gap: undefined } : changing;
  // The device moved all cards itself, be it by a choice that does not hold.
  const lacking = stored.touchesAll ? { known: -1 } : { known: since, after: gap?.states };
  const asked = { learner, ...lacking, head, pace };
  const { states, rest } = await firstStates(database, asked, size.bytes);
  const pulled = isKnown
    ? { entries: [], gap: null }
    : await pull(database, { learner, since, gap, version, now }, { size, pace });
  const sent = new Set(items.flatMap((item) => (item.ok ? item.received.sent.id : [])));
  return {
    cursor: version,
    ...gapOf({ entries: pulled.gap, states: rest, version }),
    states: union(stored.states, states),
    entries: pulled.entries.filter(({ id }) => !sent.has(id)),
  };
}

type LeftOut = { entries: Gap | null; states: StatePlace | null; version: number };

/** What an answer left out. Where that is no entry, the gap is one between no versions. */
function gapOf({ entries, states, version }: LeftOut): { gap?: Gap } {
  if (!states) return entries ? { gap: entries } : {};
  return { gap: { ...(entries ?? { after: version, before: version + 1 }), states } };
}

/** Both are of the same moment or the second are of a later one; then a card may stand twice. */
function union(first: readonly StateChange[], second: readonly StateChange[]): StateChange[] {
  const told = new Set(second.map(({ card }) => card));
  return [...second, ...first.filter(({ card }) => !told.has(card))];
}
