import "server-only";
import type { StateChange, StatePlace } from "#core/log/sync-types";
import { reschedule } from "#core/scheduling/fsrs";
import { settingsOf } from "#core/scheduling/settings";
import type { CardState } from "#core/scheduling/types";
import { afterVersion, readStatePage, readStates, type StoredState } from "#db/card-states";
import type { Database } from "#db/client";
import type { LogHead } from "#db/log-heads";
import type { Pace } from "#server/base/give-way";
import type { HeadWithSettings } from "./log-head";

/** States that are read at once. */
const pageSize = 250;

type Scheduling = Pick<HeadWithSettings, "settings" | "retentionVersion">;

/**
 * A state as it is due now. A choice of the desired retention moves every card and writes none:
 * what was stored before it is scheduled when it is read, as the whole fold would schedule it.
 */
export function stateNow(stored: StoredState, head: Scheduling): CardState {
  if (stored.version >= head.retentionVersion) return stored.state;
  return reschedule(stored.card, stored.state, settingsOf(head.settings).desiredRetention);
}

/** The learner's states of some cards; one that has none is left out. */
export async function statesOf(
  database: Database,
  { learner, cards, head }: { learner: string; cards: readonly string[]; head: Scheduling },
): Promise<Map<string, CardState>> {
  const found = await readStates(database, { learner, cards });
  return new Map(found.map((stored) => [stored.card, stateNow(stored, head)]));
}

/**
 * The learner's states that changed after a version of the log, page by page: all of them where the
 * desired retention was chosen since; after -1 all in any case. One that is written meanwhile comes
 * again.
 */
export async function* statesSince(
  database: Database,
  {
    learner,
    version,
    head,
    pace,
  }: {
    learner: string;
    version: number;
    head: Scheduling & Pick<LogHead, "version">;
    pace: Pace;
  },
): AsyncGenerator<StateChange[]> {
  const from = version < head.retentionVersion ? -1 : version;
  for (let after = afterVersion(from); ; ) {
    const { states, next } = await readStatePage(database, { learner, after, limit: pageSize });
    yield states.map((stored) => ({ card: stored.card, state: stateNow(stored, head) }));
    if (!next) return;
    after = next;
    await pace.rest(states.length);
  }
}

/** What stands around a card's name in a state that is sent, bytes, about. */
const bytesOfState = 300;

type Lacking = {
  learner: string;
  /** The version of the log whose states are known. */
  known: number;
  /** What is known of an answer that was cut. */
  after?: StatePlace | undefined;
  head: Scheduling & Pick<LogHead, "version">;
  pace: Pace;
};

/**
 * As many of the states that a device lacks as an answer may hold, and the place from which on the
 * next one goes on; null where these are all. After a later choice of the desired retention it begins
 * again.
 */
export async function firstStates(
  database: Database,
  { learner, known, after: place, head, pace }: Lacking,
  mostBytes: number,
): Promise<{ states: StateChange[]; rest: StatePlace | null }> {
  const isMoved = known < head.retentionVersion;
  const states: StateChange[] = [];
  let bytes = 0;
  for (let after = isMoved ? afterVersion(-1) : (place ?? afterVersion(known)); ; ) {
    const page = await readStatePage(database, { learner, after, limit: pageSize });
    for (const stored of page.states) {
      states.push({ card: stored.card, state: stateNow(stored, head) });
      const { marks = null } = stored.state;
      bytes += bytesOfState + Buffer.byteLength(JSON.stringify([stored.card, marks]));
    }
    if (!page.next || bytes >= mostBytes) return { states, rest: page.next };
    after = page.next;
    await pace.rest(page.states.length);
  }
}

/** All of them, by card. */
export async function collectStates(
  pages: AsyncIterable<StateChange[]>,
): Promise<Map<string, CardState>> {
  const states = new Map<string, CardState>();
  for await (const page of pages) for (const { card, state } of page) states.set(card, state);
  return states;
}
