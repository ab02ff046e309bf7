import "server-only";
import { unseenState } from "#core/log/fold-card";
import { isStateEntry, subjectOf } from "#core/log/marks";
import type { StateChange } from "#core/log/sync-types";
import type { DailyTotal } from "#core/log/totals";
import { type HeldSettings, holdSettings, settingsOf } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { isUnknownOutcome, writeTogether } from "#db/batch";
import { putState, type StoredState } from "#db/card-states";
import type { Database } from "#db/client";
import { addToTotal } from "#db/daily-totals";
import type { Received } from "#db/entry-row";
import { claimLogVersion, isStaleClaim } from "#db/log-heads";
import { putReport } from "#db/reports";
import type { Write } from "#db/write";
import type { Pace } from "#server/base/give-way";
import type { Reader } from "./entry-schema";
import { appendCard, type CardEntry, type Folded, joinFolds } from "./fold-batch";
import type { HeadWithSettings } from "./log-head";
import { type Arrived, effective } from "./receive-entries";
import { refoldCard } from "./refold-card";
import { stateNow } from "./states";

/** Entries that a learner's log takes in, and what is known of it before. */
export type Batch = {
  learner: string;
  reader: Reader;
  pace: Pace;
  head: HeadWithSettings;
  /** Of the cards that are touched, as they are stored. */
  states: StoredState[];
  fresh: Arrived[];
};

/** All that follows from a batch. `head` is where the log stands then, but for what it uses. */
export type Following = {
  head: HeadWithSettings;
  settings: Settings;
  /** Before the batch, by card, due as it says; and those that it changes. */
  stored: ReadonlyMap<string, CardState>;
  states: StateChange[];
  totals: DailyTotal[];
  newCards: number;
};

/** Folds a batch into what is stored. Nothing is written. */
export async function follow(database: Database, batch: Batch): Promise<Following> {
  const chosen = holdSettings(
    batch.head.settings,
    batch.fresh.map(({ sent }) => sent),
  );
  const settings = settingsOf(chosen);
  const head = headAfter(batch, chosen);
  const stored = new Map(batch.states.map((one) => [one.card, stateNow(one, head)]));
  const retention = settings.desiredRetention;
  const { states, totals } = await foldFresh(database, { ...batch, stored, retention });
  const newCards = states.filter(({ card }) => !stored.has(card)).length;
  return { head, settings, stored, states, totals, newCards };
}

/** Where the log stands after the batch; where there is nothing new, as before. */
function headAfter({ head, fresh, reader }: Batch, settings: HeldSettings): HeadWithSettings {
  if (fresh.length === 0) return head;
  const version = head.version + 1;
  const before = settingsOf(head.settings).desiredRetention;
  const isMoved = settingsOf(settings).desiredRetention !== before;
  const isUnread = fresh.some(({ sent }) => sent.type === "unknown");
  const unreadBy = isUnread
    ? Math.min(head.unreadBy ?? reader.protocol, reader.protocol)
    : head.unreadBy;
  return { ...head, version, settings, unreadBy, ...(isMoved && { retentionVersion: version }) };
}

type Put = (
  database: Database,
  put: { learner: string; version: number; received: Received },
) => Write;

/** What is to be written of a batch, the claim first. */
export function writesOf(
  database: Database,
  { learner, head: seen, fresh }: Pick<Batch, "learner" | "head" | "fresh">,
  { head, states, totals, put }: Pick<Following, "head" | "states" | "totals"> & { put: Put },
): Write[] {
  const { version } = head;
  return [
    claimLogVersion(database, { learner, seen: seen.version, head }),
    ...fresh.map((received) => put(database, { learner, version, received })),
    ...fresh.flatMap(({ sent, reception }) =>
      sent.type === "report"
        ? [putReport(database, { learner, report: { sent, ...reception } })]
        : [],
    ),
    ...states.map((change) => putState(database, { learner, version, ...change })),
    ...totals.map((total) => addToTotal(database, { learner, total })),
  ];
}

type Folding = Batch & Pick<Following, "stored"> & { retention: number };

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
    const card = subjectOf(sent);
    if (card === null || !isStateEntry(sent)) continue;
    const one = { entry: effective(sent, reception), topic: reception.grading?.topic ?? "" };
    cards.set(card, [...(cards.get(card) ?? []), one]);
  }
  return cards;
}

/**
 * False where another batch came first, or the account was deleted meanwhile, or nobody knows: what
 * is stored tells.
 */
export async function isStored(
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
