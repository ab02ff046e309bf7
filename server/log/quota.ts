import "server-only";
import { problemText } from "#core/text/site/problem-text";
import type { LogHead } from "#db/log-heads";
import { TryLater } from "#server/base/try-later";

/**
 * What one account may store. A heavy learner makes 1,000 entries a day, of some 500 bytes each, on
 * a deck of some hundred cards: in a year 365,000 entries and 180 MB. A year offline is still taken
 * within two days, ten such years fit, and so do the cards of many decks.
 */
export const quota = {
  /** Entries stored on one day (UTC), whenever they were made. */
  entriesPerDay: 200_000,
  /** Of all entries together, as they were sent. */
  bytes: 2_000_000_000,
  /** Cards that have a state. */
  cards: 20_000,
};

const day = 86_400_000;
/** When a device is to ask again where no day helps, seconds: the operator may. */
const long = 3600;

export type Usage = Pick<LogHead, "storedBytes" | "storedCards" | "lastDay" | "entriesOfDay">;
export type Added = { entries: number; bytes: number; cards: number };

/**
 * What the account has stored with some more. Throws TryLater when that is too much: nothing is
 * refused by it, and the device keeps what it has until there is room.
 */
export function usageWith(head: Usage, added: Added, now: number): Usage {
  const today = Math.floor(now / day);
  const usage = {
    storedBytes: head.storedBytes + added.bytes,
    storedCards: head.storedCards + added.cards,
    lastDay: today,
    entriesOfDay: (head.lastDay === today ? head.entriesOfDay : 0) + added.entries,
  };
  const text = problemText();
  if (usage.entriesOfDay > quota.entriesPerDay) {
    const seconds = Math.ceil(((today + 1) * day - now) / 1000);
    throw new TryLater("wait", text.dayIsFull, seconds);
  }
  if (usage.storedBytes > quota.bytes || usage.storedCards > quota.cards) {
    throw new TryLater("wait", text.accountIsFull, long);
  }
  return usage;
}
