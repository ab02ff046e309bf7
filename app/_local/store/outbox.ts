import type { EntryResult, Gap } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";

/** What the server is told and asked besides entries: up to where the store knows the log. */
export type Known = { since: number; gap: Gap | undefined };

/** An entry as it goes over the wire. */
export type Ready = { id: string; json: string; bytes: number };

/** Entries that are kept ready: what one request may carry that outlives its page is less. */
const most = 300;

let ready = new Map<string, Ready>();
let known: Known = { since: 0, gap: undefined };

/**
 * What is unsent in an account's store, in memory and written out, so that it can be sent while a
 * page ends and nothing can be waited for. The store has the last word: what is here is at most sent
 * once too often.
 */
export function fillOutbox(entries: readonly Entry[], knows: Known): void {
  ready = new Map(entries.slice(0, most).map((entry) => [entry.id, written(entry)]));
  known = knows;
}

export function emptyOutbox(): void {
  fillOutbox([], { since: 0, gap: undefined });
}

/** Adds what the store has just taken. */
export function addToOutbox(entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (ready.size >= most) return;
    ready.set(entry.id, written(entry));
  }
}

/** Takes out what the server has answered for. */
export function strikeFromOutbox(results: readonly EntryResult[]): void {
  for (const { id } of results) ready.delete(id);
}

/** The entries as they are. */
export function unsentReady(): Entry[] {
  return [...ready.values()].map(({ json }) => JSON.parse(json) as Entry);
}

/** Notes up to where the store knows the log by now. */
export function knowInOutbox(knows: Known): void {
  known = knows;
}

export function outbox(): { ready: readonly Ready[]; known: Known } {
  return { ready: [...ready.values()], known };
}

const encoder = new TextEncoder();

export function written(entry: Entry): Ready {
  const json = JSON.stringify(entry);
  return { id: entry.id, json, bytes: encoder.encode(json).length };
}
