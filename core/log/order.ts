import type { Entry } from "./types";

/** What an entry's place in the log depends on. */
export type Placed = Pick<Entry, "at" | "device" | "sequence" | "id">;

/**
 * The log's one order: by time, then device, then the device's running number, then id. Whatever
 * way entries arrive, they are folded in this order.
 */
export function compareEntries(a: Placed, b: Placed): number {
  return (
    a.at - b.at ||
    compareText(a.device, b.device) ||
    a.sequence - b.sequence ||
    compareText(a.id, b.id)
  );
}

/** The entries in the log's order; the given list stays as it is. */
export function inLogOrder<Some extends Placed>(entries: readonly Some[]): Some[] {
  return [...entries].sort(compareEntries);
}

/** By UTF-16 units: the same everywhere, which an order by language is not. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
