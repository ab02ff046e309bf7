import type { SyncResponse } from "#core/log/sync-types";
import type { Known } from "#local/store/include-append";
import { firstRecentDay, stored } from "#local/store/local-log";

/** What is known with the answer to a device's first exchange, which the store has not taken yet. */
export function includeAnswer(known: Known, { states, entries, settings }: SyncResponse): Known {
  const from = firstRecentDay();
  return {
    states: new Map([...known.states, ...states.map(({ card, state }) => [card, state] as const)]),
    settings,
    recent: [...known.recent, ...entries.filter((entry) => stored(entry).day >= from)],
  };
}
