import { idle } from "#local/browser/idle";
import type { LocalDatabase } from "#local/browser/local-database";
import { transact } from "#local/browser/transact";
import { heldAppends } from "#local/store/held-appends";
import type { Exchanged } from "./compare-now";

/** Between two comparisons of one browser, milliseconds: ten minutes. */
const rest = 600_000;

/** How long a comparison may take with all its pauses, milliseconds. */
const patience = 60_000;

/** Ends the comparison that is under way. */
let running: AbortController | null = null;
/** How many wait for none to be under way. */
let held = 0;

/**
 * After an exchange that left nothing to send and nothing to ask for: compares what is held here
 * with the server, in idle time, once in ten minutes; so after a new device's first sync, too. Never
 * rejects, and nobody has to wait for it.
 */
export async function compareSoon(exchanged: Exchanged): Promise<void> {
  if (running || held > 0) return;
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), patience);
  running = stop;
  try {
    await compare(exchanged, stop.signal);
  } catch {
    // The store was closed, or the network went: another exchange comes, and another comparison.
  } finally {
    clearTimeout(late);
    running = null;
  }
}

/** Ends a comparison and lets none begin, while the session may end. Gives what lets them go on. */
export function holdComparing(): () => void {
  running?.abort();
  held += 1;
  return () => {
    held -= 1;
  };
}

async function compare(exchanged: Exchanged, signal: AbortSignal): Promise<void> {
  const { database } = exchanged;
  if (!(await isDue(database))) return;
  await idle();
  // What the store has not taken yet it could not be compared with.
  if (heldAppends().length > 0) return;
  const { compareNow } = await import("./compare-now");
  await compareNow(exchanged, { idle, signal, claim: () => claim(database) });
}

const isRested = (before: unknown, now: number): boolean =>
  typeof before !== "number" || Math.abs(now - before) >= rest;

async function isDue(database: LocalDatabase): Promise<boolean> {
  return isRested(await database.get("meta", "comparedAt"), Date.now());
}

/** Whether this tab is the one that compares; no other does for a while. */
function claim(database: LocalDatabase): Promise<boolean> {
  return transact(database, { stores: ["meta"], mode: "readwrite" }, async (tx) => {
    const meta = tx.objectStore("meta");
    const now = Date.now();
    const free = isRested(await meta.get("comparedAt"), now);
    if (free) await meta.put(now, "comparedAt");
    return free;
  });
}
