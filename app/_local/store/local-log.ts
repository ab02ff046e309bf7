import { subjectOf } from "#core/log/marks";
import { settledEntry } from "#core/log/settled-entry";
import type { EntryResult, Gap, SyncResponse } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import { moveToHistory } from "#local/browser/history";
import type { LocalDatabase, StoredEntry } from "#local/browser/local-database";
import { transact } from "#local/browser/transact";

type WithoutPlace<T> = T extends unknown ? Omit<T, "device" | "sequence"> : never;
/** An entry before the store gives it its place on this device. */
export type DraftEntry = WithoutPlace<Entry>;
export type Change = { card: string; state: CardState };

const dayMs = 86_400_000;
const recentDays = 2;

/** All that is known of each card, and the cards' states as a map. */
export async function readStates(database: LocalDatabase): Promise<Map<string, CardState>> {
  const rows = await database.getAll("states");
  return new Map(rows.map(({ card, state }) => [card, state]));
}

/** Entries from a day on, both sent and unsent. */
export async function readSince(database: LocalDatabase, day: number): Promise<Entry[]> {
  const rows = await database.getAllFromIndex("entries", "day", IDBKeyRange.lowerBound(day));
  return rows.map((row) => row.entry);
}

/** From this day on entries are needed to count what was done today, wherever that begins. */
export function firstRecentDay(): number {
  return Math.floor(Date.now() / dayMs) - recentDays;
}

export async function readAll(database: LocalDatabase): Promise<Entry[]> {
  return (await database.getAll("entries")).map((row) => row.entry);
}

/** Everything that belongs to a quiz, of all quizzes, and all that was taken back anywhere. */
export async function readQuizEntries(database: LocalDatabase): Promise<Entry[]> {
  const rows = await Promise.all([
    database.getAllFromIndex("entries", "quiz"),
    database.getAllFromIndex("entries", "target"),
  ]);
  return rows.flat().map((row) => row.entry);
}

/** The entries of one quiz: its start, answers and finish, and all that was taken back anywhere. */
export async function readQuiz(database: LocalDatabase, quiz: string): Promise<Entry[]> {
  const rows = await Promise.all([
    database.getAllFromIndex("entries", "quiz", quiz),
    database.getAllFromIndex("entries", "target"),
  ]);
  return rows.flat().map((row) => row.entry);
}

export async function readSettings(database: LocalDatabase): Promise<Entry[]> {
  const rows = await database.getAllFromIndex("entries", "setting", 1);
  return rows.map((row) => row.entry);
}

export async function readUnsent(database: LocalDatabase, most: number): Promise<Entry[]> {
  const rows = await database.getAllFromIndex("entries", "unsent", 1, most);
  return rows.map((row) => row.entry).sort((a, b) => a.sequence - b.sequence);
}

export function countUnsent(database: LocalDatabase): Promise<number> {
  return database.countFromIndex("entries", "unsent", 1);
}

/** How many answers stand among some entries: those taken back are none. */
export function countAnswers(entries: readonly Entry[]): number {
  const undone = new Set(entries.map((entry) => (entry.type === "void" ? entry.target : null)));
  return entries.filter(({ type, id }) => type === "review" && !undone.has(id)).length;
}

/** What this browser is called in its entries; null before its first. */
export async function readDevice(database: LocalDatabase): Promise<string | null> {
  const device = (await database.get("meta", "device")) as { id: string } | undefined;
  return device?.id ?? null;
}

export async function readCursor(database: LocalDatabase): Promise<number> {
  return ((await database.get("meta", "cursor")) as number | undefined) ?? 0;
}

/** What the last answer left out; undefined when that was nothing. */
export async function readGap(database: LocalDatabase): Promise<Gap | undefined> {
  return (await database.get("meta", "gap")) as Gap | undefined;
}

/**
 * Takes in what the server answered: each answered entry is sent, other devices' entries and states
 * are added. A card with an entry that this request did not carry keeps its state: the answer
 * does not know it yet, and the next one will.
 *
 * `since` is the cursor that was sent. Where the cursor stands before it by now, an answer to an
 * older request came in between (two tabs, no locks) and may have put older states: then the cursor
 * stays, so that what lies between is asked for again. What an answer left out goes with its cursor.
 *
 * Of another history than the store's nothing is taken: what is held is sent again first.
 */
export function takeIn(
  database: LocalDatabase,
  response: SyncResponse,
  { since, savedAt }: { since: number; savedAt: number },
): Promise<"taken" | "elsewhere"> {
  const all = { stores: ["entries", "states", "meta"], mode: "readwrite" } as const;
  return transact(database, all, async (tx) => {
    if (await moveToHistory(tx, response.history)) return "elsewhere";
    const entries = tx.objectStore("entries");
    const settle = async (result: EntryResult) => {
      const row = await entries.get(result.id);
      if (row) await entries.put(stored(settledEntry(row.entry, result)));
    };
    const add = async (entry: Entry) => {
      const held = await entries.get(entry.id);
      // What was told unread is told again by the first server that can read it.
      const isRead = held?.unsent || held?.entry.type !== "unknown";
      if (!held || !isRead) await entries.put(stored(entry));
    };
    // Side by side: a new device takes in some thousand rows.
    await Promise.all([...response.results.map(settle), ...response.entries.map(add)]);
    const waiting = await entries.index("unsent").getAll(1);
    const ahead = new Set(waiting.map((row) => subjectOf(row.entry)));
    const changes = response.states.filter(({ card }) => !ahead.has(card));
    await Promise.all(changes.map((change) => tx.objectStore("states").put(change)));
    const meta = tx.objectStore("meta");
    const cursor = ((await meta.get("cursor")) as number | undefined) ?? 0;
    if (since <= cursor) {
      await meta.put(response.cursor, "cursor");
      if (response.gap) await meta.put(response.gap, "gap");
      else await meta.delete("gap");
    }
    await meta.put(savedAt, "savedAt");
    return "taken";
  });
}

/**
 * Puts entries that the server has not got into the account's outbox as they are, and states where
 * the account has none here, so that the page is right before the server has answered.
 */
export function addUnsent(
  database: LocalDatabase,
  added: readonly Entry[],
  states: ReadonlyMap<string, CardState>,
): Promise<void> {
  return transact(database, { stores: ["entries", "states"], mode: "readwrite" }, async (tx) => {
    const store = tx.objectStore("states");
    for (const entry of added) await tx.objectStore("entries").put({ ...stored(entry), unsent: 1 });
    for (const [card, state] of states) {
      if ((await store.getKey(card)) === undefined) await store.put({ card, state });
    }
  });
}

/** An entry as the store keeps it, with what it is found by; sent unless `unsent` is added. */
export function stored(entry: Entry): StoredEntry {
  const quiz = entry.type === "review" || entry.type === "quiz" ? entry.quiz : null;
  const day = entry.type === "review" ? entry.studyDay : Math.floor(entry.at / dayMs);
  const setting = entry.type === "setting" ? ({ setting: 1 } as const) : {};
  return { id: entry.id, entry, day, ...setting, ...(quiz ? { quiz } : {}) };
}
