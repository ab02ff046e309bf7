import "server-only";
import { cardsOnRoad } from "#core/content/choose-road";
import { partAddress } from "#core/content/part-address";
import type { SyncResponse } from "#core/log/sync-types";
import { countDay } from "#core/scheduling/day-counts";
import { buildQueue, inTurn } from "#core/scheduling/queue";
import { momentOf } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import type { Catalog } from "#server/base/catalog";

type Known = Pick<SyncResponse, "states" | "entries" | "settings">;

/**
 * The address of the deck's part that a new device needs for its first card, so that it can be
 * fetched before the device's own scripts have found that out. Null where nothing is to be studied.
 * No more than a hint: what the device makes of its queue is its own.
 */
export function firstPart(
  { index }: Pick<Catalog, "index">,
  { states, entries, settings }: Known,
  now: DeviceTime,
): string | null {
  const known = new Map(states.map(({ card, state }) => [card, state]));
  const moment = momentOf(now);
  const cards = cardsOnRoad(index, settings.road);
  const counts = countDay(entries, known, moment.studyDay);
  const queue = buildQueue({ cards, states: known, counts, settings, now: moment });
  const [first] = [...inTurn(queue), ...queue.learning.map(({ card }) => card)];
  const topic = index.cards.find(({ id }) => id === first)?.topic;
  return topic === undefined ? null : partAddress(index, topic);
}
