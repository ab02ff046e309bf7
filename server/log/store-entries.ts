import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { unseenState } from "#core/log/fold-card";
import type { EntryResult, StateChange } from "#core/log/sync-types";
import { type HeldSettings, holdSettings, settingsOf } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { problemText } from "#core/text/site/problem-text";
import { isUnknownOutcome, writeTogether } from "#db/batch";
import { putState, readStates, type StoredState } from "#db/card-states";
import type { Database } from "#db/client";
import { addToTotal } from "#db/daily-totals";
import { addEntry, findEntries } from "#db/entries";
import type { Received } from "#db/entry-row";
import { claimLogVersion, isStaleClaim } from "#db/log-heads";
import { putReport, takenReports } from "#db/reports";
import type { Write } from "#db/write";
import type { Pace } from "#server/base/give-way";
import { TryLater } from "#server/base/try-later";
import { appendCard, type CardEntry, type Folded, joinFolds } from "./fold-batch";
import { type HeadWithSettings, logHead } from "./log-head";
import { usageWith } from "./quota";
import { type Arrived, effective, freshOf, type Item, resultOf } from "./receive-entries";
import { refoldCard } from "./refold-card";
import { stateNow } from "./states";

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
};

type Storing = { learner: string; items: readonly Item[]; now: number; pace: Pace };

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
  const touched = [...new Set(readable.flatMap(({ sent }) => cardOf(sent) ?? []))];
  const touchesAll = readable.some(({ sent }) => movesAll(sent));
  const isInTime = () => performance.now() < until;
  for (let attempt = 0; attempt < attempts && isInTime(); attempt += 1) {
    if (attempt > 0) await pace.during(sleep(pauseBefore(attempt)));
    // By itself and first: what is read after it is of that version or of a later one, and then the
    // claim is refused.
    const head = await logHead(database, { learner, pace });
    if (head === null) return null;
    const [stored, states] = await Promise.all([
      findEntries(database, { learner, ids }),
      readStates(database, { learner, cards: touched }),
    ]);
    const arrived = freshOf(items, stored);
    const taken = await takenReports(database, { learner, arrived });
    const fresh = arrived.filter(({ sent }) => !taken.has(sent.id));
    const results = items.map((item) => resultOf(item, { stored, taken }));
    const { writes, ...computed } = await compute(database, {
      ...storing,
      head,
      states,
      fresh,
      touched,
    });
    const isWritten = fresh.length === 0 || (await pace.during(isStored(database, writes, until)));
    if (isWritten) {
      const before = head.version;
      const { version } = computed.head;
      return { results, before, version, isWhole: true, touchesAll, ...computed };
    }
  }
  throw new TryLater("unavailable", problemText().tooMuchAtOnce, pause);
}

/** Never the same for two that met, so that they do not meet again. */
function pauseBefore(attempt: number): number {
  return Math.random() * Math.min(2 ** attempt, longestPause);
}

type Batch = Storing & {
  head: HeadWithSettings;
  /** Of the cards that are touched, as they are stored. */
  states: StoredState[];
  fresh: Arrived[];
  touched: string[];
};
type Computed = Pick<Stored, "states" | "settings" | "head"> & { writes: Write[] };

async function compute(database: Database, batch: Batch): Promise<Computed> {
  const { learner, head, fresh, touched, now } = batch;
  const chosen = holdSettings(
    head.settings,
    fresh.map(({ sent }) => sent),
  );
  const settings = settingsOf(chosen);
  const after = headAfter(batch, chosen);
  const stored = new Map(batch.states.map((one) => [one.card, stateNow(one, after)]));
  const retention = settings.desiredRetention;
  const { states, totals } = await foldFresh(database, { ...batch, stored, retention });
  const usage = usageWith(head, { ...sizeOf(fresh), cards: newCards(states, stored) }, now);
  const { version } = after;
  const writes = [
    claimLogVersion(database, { learner, seen: head.version, head: { ...after, ...usage } }),
    ...fresh.map((received) => addEntry(database, { learner, version, received })),
    ...fresh.flatMap(({ sent, reception }) =>
      sent.type === "report"
        ? [putReport(database, { learner, report: { sent, ...reception } })]
        : [],
    ),
    ...states.map((change) => putState(database, { learner, version, ...change })),
    ...totals.map((total) => addToTotal(database, { learner, total })),
  ];
  return { writes, states: withUntouched(states, { touched, stored }), settings, head: after };
}

/** Where the log stands after the batch; where there is nothing new, as before. */
function headAfter({ head, fresh }: Batch, settings: HeldSettings): HeadWithSettings {
  if (fresh.length === 0) return head;
  const version = head.version + 1;
  const before = settingsOf(head.settings).desiredRetention;
  const isMoved = settingsOf(settings).desiredRetention !== before;
  return { ...head, version, settings, ...(isMoved && { retentionVersion: version }) };
}

function sizeOf(fresh: readonly Arrived[]) {
  const bytes = fresh.reduce((sum, { size }) => sum + size, 0);
  return { entries: fresh.length, bytes };
}

function newCards(states: readonly StateChange[], stored: States): number {
  return states.filter(({ card }) => !stored.has(card)).length;
}

type States = ReadonlyMap<string, CardState>;

/** Cards that were named but not changed: a device whose entry was refused learns what holds. */
function withUntouched(
  states: readonly StateChange[],
  { touched, stored }: { touched: readonly string[]; stored: States },
): StateChange[] {
  const changed = new Set(states.map(({ card }) => card));
  const others = touched.filter((card) => !changed.has(card));
  return [...states, ...others.map((card) => ({ card, state: stored.get(card) ?? unseenState }))];
}

function movesAll(sent: Received["sent"]): boolean {
  return sent.type === "setting" && sent.key === "desiredRetention";
}

type Folding = Batch & { stored: States; retention: number };

/** Folds the new entries into their cards; only cards where that needs all entries are read whole. */
async function foldFresh(database: Database, batch: Folding): Promise<Folded> {
  const { learner, stored, retention, pace } = batch;
  const folds: Folded[] = [];
  for (const [card, added] of byCard(batch.fresh)) {
    const state = stored.get(card) ?? unseenState;
    const appended = appendCard(card, { state, added, retention });
    folds.push(appended ?? (await refoldCard(database, { learner, card, added, retention, pace })));
    await pace.rest(added.length);
  }
  return joinFolds(folds);
}

function byCard(fresh: readonly Received[]): Map<string, CardEntry[]> {
  const cards = new Map<string, CardEntry[]>();
  for (const { sent, reception } of fresh) {
    if (sent.type !== "review" && sent.type !== "void") continue;
    const one = { entry: effective(sent, reception), topic: reception.grading?.topic ?? "" };
    cards.set(sent.card, [...(cards.get(sent.card) ?? []), one]);
  }
  return cards;
}

function cardOf(sent: Received["sent"]): string | null {
  return sent.type === "review" || sent.type === "void" ? sent.card : null;
}

/**
 * False where another batch came first, or the account was deleted meanwhile, or nobody knows: what
 * is stored tells.
 */
async function isStored(
  database: Database,
  writes: readonly Write[],
  until: number,
): Promise<boolean> {
  try {
    await writeTogether(database, writes, until);
    return true;
  } catch (error) {
    if (isStaleClaim(error) || isUnknownOutcome(error)) return false;
    throw error;
  }
}
