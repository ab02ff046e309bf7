import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { unseenState } from "#core/log/fold-card";
import { subjectOf } from "#core/log/marks";
import type { EntryResult, StateChange } from "#core/log/sync-types";
import type { Settings } from "#core/scheduling/types";
import { problemText } from "#core/text/site/problem-text";
import { readStates } from "#db/card-states";
import type { Database } from "#db/client";
import { addEntry, findEntries } from "#db/entries";
import type { Received } from "#db/entry-row";
import { readHistory } from "#db/histories";
import { readInOrder } from "#db/prepare-once";
import { takenReports } from "#db/reports";
import type { Catalog } from "#server/base/catalog";
import type { Pace } from "#server/base/give-way";
import { TryLater } from "#server/base/try-later";
import { type Batch, type Following, follow, isStored, writesOf } from "./compute-batch";
import type { Reader } from "./entry-schema";
import { type HeadWithSettings, logHead } from "./log-head";
import { usageWith } from "./quota";
import { isToBeRead, readAgain } from "./read-again";
import { freshOf, type Item, resultOf } from "./receive-entries";

/** Each failed attempt means that another process stored a batch of the same learner meanwhile. */
const attempts = 20;
/** Milliseconds for all that is stored at once, all attempts together: whoever asked waits. */
const patience = 10_000;
/** Longest pause between two attempts, milliseconds. */
const longestPause = 200;
/** When a device is to ask again after that, seconds. */
const pause = 1;
/** Items in one batch: with a state and a total for each it is a commit of 1,000 rows at most. */
const perBatch = 330;

export type Stored = {
  results: EntryResult[];
  /** The log's version before and after; equal when there was nothing new. */
  before: number;
  version: number;
  /** Whether nothing of another process came in between. */
  isWhole: boolean;
  /** All states that were written, and those of every card that the items name. */
  states: StateChange[];
  /** A choice of the desired retention is among the items, be it one that does not hold. */
  touchesAll: boolean;
  head: HeadWithSettings;
  settings: Settings;
  /** Of which history the log was, before anything was stored. */
  history: string;
};

type Storing = {
  learner: string;
  items: readonly Item[];
  now: number;
  pace: Pace;
  reader: Reader;
  cards: Catalog["cards"];
};

/**
 * Stores what is new of some entries, with the card states and totals that follow, in batches that
 * are each stored together or not at all (docs/decisions/0001): everything is read and computed
 * first, then written as one batch that fails if another batch of this learner's came in between,
 * and then it is done again. Null when the learner's account is gone.
 */
export async function storeEntries(database: Database, storing: Storing): Promise<Stored | null> {
  const until = performance.now() + patience;
  const first = storing.items.slice(0, perBatch);
  let all = await storeBatch(database, { ...storing, items: first, until });
  for (let at = perBatch; all && at < storing.items.length; at += perBatch) {
    const items = storing.items.slice(at, at + perBatch);
    const next = await storeBatch(database, { ...storing, items, until });
    all = next && joined(all, next);
  }
  return all;
}

function joined(first: Stored, next: Stored): Stored {
  const states = new Map([...first.states, ...next.states].map((one) => [one.card, one]));
  return {
    ...next,
    results: [...first.results, ...next.results],
    before: first.before,
    history: first.history,
    isWhole: first.isWhole && next.isWhole && first.version === next.before,
    states: [...states.values()],
    touchesAll: first.touchesAll || next.touchesAll,
  };
}

type Timed = Storing & { until: number };

async function storeBatch(database: Database, storing: Timed): Promise<Stored | null> {
  const { learner, items, pace, until } = storing;
  const readable = items.flatMap((item) => (item.ok ? [item.received] : []));
  const ids = readable.map(({ sent }) => sent.id);
  const touched = [...new Set(readable.flatMap(({ sent }) => subjectOf(sent) ?? []))];
  const touchesAll = readable.some(({ sent }) => movesAll(sent));
  const isInTime = () => performance.now() < until;
  for (let attempt = 0; attempt < attempts && isInTime(); attempt += 1) {
    if (attempt > 0) await pace.during(sleep(pauseBefore(attempt)));
    // The head first: what is read after it is of that version or of a later one, and then the claim
    // is refused.
    const [head, stored, states, history] = await readInOrder(database, () =>
      Promise.all([
        logHead(database, { learner, pace }),
        findEntries(database, { learner, ids }),
        readStates(database, { learner, cards: touched }),
        readHistory(database),
      ]),
    );
    if (head === null) return null;
    if (isToBeRead(head, storing)) {
      await readAgain(database, { ...storing, head });
      continue;
    }
    const arrived = freshOf(items, stored);
    const taken = await takenReports(database, { learner, arrived });
    const fresh = arrived.filter(({ sent }) => !taken.has(sent.id));
    const results = items.map((item) => resultOf(item, { stored, taken }));
    const batch = { ...storing, head, states, fresh };
    const following = await follow(database, batch);
    const isWritten = fresh.length === 0 || (await pace.during(write(database, batch, following)));
    if (isWritten) {
      const { head: after, settings } = following;
      const told = withUntouched(following.states, { touched, stored: following.stored });
      const versions = { before: head.version, version: after.version };
      return {
        results,
        ...versions,
        isWhole: true,
        touchesAll,
        states: told,
        settings,
        head: after,
        history,
      };
    }
  }
  throw new TryLater("unavailable", problemText().tooMuchAtOnce, pause);
}

/** False where nothing was written, or nobody knows. */
function write(
  database: Database,
  batch: Batch & { now: number; until: number },
  following: Following,
): Promise<boolean> {
  const { fresh, now, until } = batch;
  const bytes = fresh.reduce((sum, { size }) => sum + size, 0);
  const added = { entries: fresh.length, bytes, cards: following.newCards };
  const head = { ...following.head, ...usageWith(batch.head, added, now) };
  const writes = writesOf(database, batch, { ...following, head, put: addEntry });
  return isStored(database, writes, until);
}

/** Never the same for two that met, so that they do not meet again. */
function pauseBefore(attempt: number): number {
  return Math.random() * Math.min(2 ** attempt, longestPause);
}

/** Cards that were named but not changed: a device whose entry was refused learns what holds. */
function withUntouched(
  states: readonly StateChange[],
  { touched, stored }: { touched: readonly string[]; stored: Following["stored"] },
): StateChange[] {
  const changed = new Set(states.map(({ card }) => card));
  const others = touched.filter((card) => !changed.has(card));
  return [...states, ...others.map((card) => ({ card, state: stored.get(card) ?? unseenState }))];
}

function movesAll(sent: Received["sent"]): boolean {
  return sent.type === "setting" && sent.key === "desiredRetention";
}
