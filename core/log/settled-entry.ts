import { entryAt } from "./bound-clock";
import type { EntryResult } from "./sync-types";
import type { Entry } from "./types";

/**
 * An entry as it counts once the server has answered for it: at the moment, with the verdict and
 * the rating that the server came to; another one where its id had been given before.
 */
export function settledEntry(entry: Entry, result: EntryResult): Entry {
  const { at = entry.at, graded, rating, instead } = result;
  if (instead) return instead;
  const placed = entryAt(entry, at);
  if (placed.type !== "review") return placed;
  return { ...placed, ...(graded && { verdict: graded }), ...(rating && { rating }) };
}
