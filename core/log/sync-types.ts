import type { Verdict } from "#core/grading/types";
import type { CardState, Settings } from "#core/scheduling/types";
import type { Entry, Rating } from "./types";

/**
 * The sync protocol between a device and the server: one request, one answer. The device sends what
 * it has not sent yet and names the last change it knows (`since`, 0 for none); the server answers
 * each entry by itself and gives all that changed for this learner since then.
 */
export type SyncRequest = {
  /** As ./protocol; absent in what versions before protocol 1 send and answer, as in all below. */
  protocol?: number | undefined;
  /** Whose entries these are: refused whole when the session is another's. */
  account: string;
  device: string;
  since: number;
  /** What the last answer left out. */
  gap?: Gap;
  entries: Entry[];
  /**
   * Of a device that knows nothing yet, in minutes east: the server names the part of the deck that
   * its first card is in, by the header `x-first-part`.
   */
  utcOffset?: number;
};

/**
 * The versions between these two, of whose entries a device may lack some. With `states` it lacks
 * states, too: those after that place, in the order in which the server tells them.
 */
export type Gap = { after: number; before: number; states?: StatePlace | undefined };

/**
 * The batch that wrote a state, and the state's card. A server of an earlier version goes by `row`,
 * and begins with the first state of that batch.
 */
export type StatePlace = { version: number; card: string; row: -1 };

/** What became of one entry. `refused` is final: sending it again cannot help. */
export type EntryResult = {
  /** Empty when the entry had none that could be read. */
  id: string;
  status: "stored" | "replayed" | "refused";
  /** Why it was refused, in words. */
  reason?: string;
  /** For a review graded again by the server: what it found, where that differs from the device's. */
  graded?: Verdict["outcome"];
  /** The moment that counts, where the device's clock said one that cannot be. */
  at?: number;
  /** The rating that counts, where it differs from the one sent. */
  rating?: Rating;
  /** Of one that was refused because the log has another entry of its id: that one. */
  instead?: Entry;
};

export type StateChange = { card: string; state: CardState };

export type SyncResponse = {
  protocol?: number;
  account: { id: string; email: string };
  /**
   * Which history the server's log is of: another one since the database was put back from a backup.
   * What a device sent before may be gone then, and is sent again.
   */
  history: string;
  /** To be sent as `since` next time. */
  cursor: number;
  /**
   * There is more than one answer holds: the newest came first, the rest is to be asked for with
   * this. Without it, all up to the cursor is known.
   */
  gap?: Gap;
  /** One for each entry sent, in the same order. */
  results: EntryResult[];
  states: StateChange[];
  /** Entries of other devices since the cursor, reviews and voids not older than `from`. */
  entries: Entry[];
  /** By the server's clock: the moment from which on a device is given reviews and voids. */
  from: number;
  settings: Settings;
};

/**
 * What a device asks when all is sent and it knows all there is: whether it holds the same as the
 * server, of reviews and voids those of `from` and later. See ./digest for what is compared.
 */
export type CompareRequest = {
  protocol?: number | undefined;
  account: string;
  /** The last version of the log that the device knows, and of which history. */
  cursor: number;
  history: string;
  /** As the last exchange gave it. */
  from: number;
  /** The digest of all; where that was another than the server's, of each card. */
  held: string | [card: string, digest: string][];
};

export type CompareResponse = { protocol?: number } & (
  | { verdict: "equal" }
  /**
   * The log is not at the cursor any more, or is of another history, or `from` is too early: an
   * exchange has to come first. Or the digests of both versions do not say the same.
   */
  | { verdict: "moved" }
  /** With a digest of each card: what the server holds of those that differ, or of the first. */
  | { verdict: "unequal"; cards: CardTruth[] }
);

/** All that a device should hold of a card. */
export type CardTruth = {
  /** Empty for all that has no card. */
  card: string;
  /** Null where there is none. */
  state: CardState | null;
  entries: Entry[];
};
