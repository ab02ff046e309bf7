import "server-only";
import { unseenState } from "#core/log/fold-card";
import type { EntryResult, StateChange } from "#core/log/sync-types";
import { foldSettings } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { problemText } from "#core/text/site/problem-text";
import { type Write, writeTogether } from "#db/batch";
import { putState, readStates, readStatesSince } from "#db/card-states";
import type { Database } from "#db/client";
import { addToTotal } from "#db/daily-totals";
import { addEntry, findEntries, readCardRows, readSettingEntries } from "#db/entries";
import { cardEntryOf, type Received } from "#db/entry-row";
import { putReport } from "#db/reports";
import { sqliteCode } from "#db/trouble";
import { claimLogVersion, isStaleClaim, readLogVersion } from "#db/users";
import { TryLater } from "#server/base/try-later";
import {
  appendCard,
  type CardEntry,
  type Folded,
  joinFolds,
  refoldCard,
  rescheduleAll,
} from "./fold-batch";
import { effective, freshOf, type Item, resultOf } from "./receive-entries";

/** Each failed attempt means that another process stored a batch of the same learner meanwhile. */
const attempts = 20;
/** When a device is to ask again after that, seconds. */
const pause = 1;

export type Stored = {
  results: EntryResult[];
  /** The log's version before and after; equal when there was nothing new. */
  before: number;
  version: number;
  /**
   * All states that were written, and those of every card that the items name; a choice of the
   * desired retention, be it one that does not hold, names every card, as the device moved them all.
   */
  states: StateChange[];
  settings: Settings;
};

type Batch = {
  learner: string;
  /** The log's version as it was read before anything else. */
  seen: number;
  fresh: Received[];
  touched: string[];
  /** Whether a setting that moves every card is among the items, new or not. */
  touchesAll: boolean;
};

/**
 * Stores what is new of some entries, with the card states and totals that follow, together or not
 * at all (docs/decisions/0001): everything is read and computed first, then written as one batch
 * that fails if another batch of this learner's came in between, and then it is done again. Null
 * when the learner's account is gone.
 */
export async function storeEntries(
  database: Database,
  { learner, items }: { learner: string; items: readonly Item[] },
): Promise<Stored | null> {
  const readable = items.flatMap((item) => (item.ok ? [item.received] : []));
  const ids = readable.map(({ sent }) => sent.id);
  const touched = [...new Set(readable.flatMap(({ sent }) => cardOf(sent) ?? []))];
  const touchesAll = readable.some(({ sent }) => movesAll(sent));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const seen = await readLogVersion(database, learner);
    if (seen === null) return null;
    const stored = await findEntries(database, { learner, ids });
    const fresh = freshOf(items, stored);
    const results = items.map((item) => resultOf(item, stored));
    const batch = { learner, seen, fresh, touched, touchesAll };
    const { writes, ...computed } = await compute(database, batch);
    const outcome = fresh.length === 0 ? "written" : await write(database, writes);
    if (outcome === "gone") return null;
    if (outcome === "written") {
      const version = fresh.length === 0 ? seen : seen + 1;
      return { results, before: seen, version, ...computed };
    }
  }
  throw new TryLater("unavailable", problemText().tooMuchAtOnce, pause);
}

type States = ReadonlyMap<string, CardState>;
type Computed = { writes: Write[]; states: StateChange[]; settings: Settings };

async function compute(database: Database, batch: Batch): Promise<Computed> {
  const { learner, seen, fresh, touched } = batch;
  const chosen = await readSettingEntries(database, learner);
  const before = foldSettings(chosen);
  const settings = foldSettings([...chosen, ...fresh.map(({ sent }) => sent)]);
  const retention = settings.desiredRetention;
  const stored = batch.touchesAll
    ? await readAllStates(database, learner)
    : await readStates(database, { learner, cards: touched });
  const { states, totals } = await foldFresh(database, { ...batch, stored, retention });
  if (retention !== before.desiredRetention) {
    const all = await readStatesSince(database, { learner, version: -1 });
    const except = new Set(states.map(({ card }) => card));
    states.push(...rescheduleAll(all, { retention, except }));
  }
  const version = seen + 1;
  const writes = [
    claimLogVersion(database, { learner, seen }),
    ...fresh.map((received) => addEntry(database, { learner, version, received })),
    ...fresh.flatMap(({ sent, reception }) =>
      sent.type === "report"
        ? [putReport(database, { learner, report: { sent, ...reception } })]
        : [],
    ),
    ...states.map((change) => putState(database, { learner, version, ...change })),
    ...totals.map((total) => addToTotal(database, { learner, total })),
  ];
  return { writes, states: withUntouched(states, touched, stored), settings };
}

/** Cards that were named but not changed: a device whose entry was refused learns what holds. */
function withUntouched(
  states: readonly StateChange[],
  touched: readonly string[],
  stored: States,
): StateChange[] {
  const changed = new Set(states.map(({ card }) => card));
  const others = [...new Set([...touched, ...stored.keys()])].filter((card) => !changed.has(card));
  return [...states, ...others.map((card) => ({ card, state: stored.get(card) ?? unseenState }))];
}

async function readAllStates(database: Database, learner: string): Promise<Map<string, CardState>> {
  const all = await readStatesSince(database, { learner, version: -1 });
  return new Map(all.map(({ card, state }) => [card, state]));
}

function movesAll(sent: Received["sent"]): boolean {
  return sent.type === "setting" && sent.key === "desiredRetention";
}

type Folding = Batch & { stored: States; retention: number };

/** Folds the new entries into their cards; only cards where that needs all entries are read whole. */
async function foldFresh(database: Database, batch: Folding): Promise<Folded> {
  const { learner, stored, retention } = batch;
  const folds: Folded[] = [];
  const late = new Map<string, CardEntry[]>();
  for (const [card, added] of byCard(batch.fresh)) {
    const state = stored.get(card) ?? unseenState;
    const folded = appendCard(card, { state, added, retention });
    if (folded) folds.push(folded);
    else late.set(card, added);
  }
  if (late.size === 0) return joinFolds(folds);
  const rows = await readCardRows(database, { learner, cards: [...late.keys()] });
  for (const [card, added] of late) {
    const ofCard = rows
      .filter((row) => row.card === card)
      .map((row) => ({ entry: cardEntryOf(row), topic: row.topic ?? "" }));
    folds.push(refoldCard(card, { stored: ofCard, added, retention }));
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

/** `stale`: another batch came first. `gone`: the account was deleted meanwhile. */
async function write(
  database: Database,
  writes: readonly Write[],
): Promise<"written" | "stale" | "gone"> {
  try {
    await writeTogether(database, writes);
    return "written";
  } catch (error) {
    if (isStaleClaim(error)) return "stale";
    if (sqliteCode(error) === "SQLITE_CONSTRAINT_FOREIGNKEY") return "gone";
    throw error;
  }
}
