import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foldCard } from "#core/log/fold-card";
import { totalsOf } from "#core/log/totals";
import type { Review, Void } from "#core/log/types";
import { defaultSettings } from "#core/scheduling/settings";
import { writeTogether } from "#db/batch";
import { putState } from "#db/card-states";
import { closeDatabase, type Database, openDatabase } from "#db/client";
import { addToTotal } from "#db/daily-totals";
import { addEntry } from "#db/entries";
import { claimLogVersion } from "#db/log-heads";
import { migrate } from "#db/migrate";
import { addUser } from "#db/users";
import { type Catalog, deckCatalog } from "#server/base/catalog";
import { longLog } from "./long-log";

/** The learner whom `longLearnerFile` holds. */
export const longLearner = { id: "bench-long", email: "bench-long@example.com" };

/** How many reviews of that learner it holds. */
export const longReviews = 1_000_000;
const days = 8 * 365;
/** Entries that came with one request. */
const perVersion = 10;
/** Requests whose entries are written in one transaction. */
const perCommit = 2_000;
const prefix = "mooring-bench-learner-";

/**
 * Puts a database file into a place, with a learner of eight years and a million reviews in it,
 * states and totals as the server would have stored them. It takes a minute to make and is kept
 * among the temporary files for the rest of the day.
 */
export async function longLearnerFile(file: string): Promise<void> {
  const name = `${prefix}${keyOfToday()}.db`;
  const kept = path.join(tmpdir(), name);
  if (!existsSync(kept)) {
    console.log(`Making a learner of ${longReviews.toLocaleString("en")} reviews.`);
    removeKept();
    const made = `${kept}-${randomBytes(4).toString("hex")}`;
    await makeLearner(made);
    renameSync(made, kept);
  }
  cpSync(kept, file);
}

/** Of what decides how the file comes out, and the day, since reviews end today. */
function keyOfToday(): string {
  const hash = createHash("sha256").update(new Date().toISOString().slice(0, 10));
  const migrations = readdirSync("db/migrations").map((name) => path.join("db/migrations", name));
  const sources = ["bench/learners/long-learner.ts", "bench/learners/long-log.ts", ...migrations];
  for (const file of sources.filter((name) => /\.(ts|sql)$/.test(name))) {
    hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

function removeKept(): void {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(prefix)) rmSync(path.join(tmpdir(), name));
  }
}

async function makeLearner(file: string): Promise<void> {
  const catalog = await deckCatalog();
  const database = openDatabase(file);
  database.$client.pragma("synchronous = OFF");
  migrate(database, "db/migrations");
  await addUser(database, { ...longLearner, passwordHash: "", createdAt: 0 });
  await writeFolds(database, catalog, await writeLog(database, catalog));
  database.$client.pragma("wal_checkpoint(TRUNCATE)");
  closeDatabase(database);
}

/** The entries of one card, with the version of the log that its last one came with. */
type CardLog = { entries: (Review | Void)[]; version: number };

async function writeLog(database: Database, catalog: Catalog): Promise<Map<string, CardLog>> {
  const learner = longLearner.id;
  const logs = new Map<string, CardLog>();
  const until = Date.now();
  const { deck } = catalog;
  const written = longLog({
    deck,
    device: "bench-phone",
    seed: 2,
    reviews: longReviews,
    days,
    until,
  });
  let version = 0;
  for (const requests of chunks(chunks(written, perVersion), perCommit)) {
    const writes = requests.flatMap((entries) => {
      const claim = claimLogVersion(database, { learner, seen: version });
      version += 1;
      for (const entry of entries) note(logs, entry, version);
      const received = entries.map((entry) => receivedOf(entry, catalog));
      return [
        claim,
        ...received.map((one) => addEntry(database, { learner, version, received: one })),
      ];
    });
    await writeTogether(database, writes);
  }
  return logs;
}

function note(logs: Map<string, CardLog>, entry: Review | Void, version: number): void {
  const log = logs.get(entry.card) ?? { entries: [], version };
  log.entries.push(entry);
  logs.set(entry.card, { ...log, version });
}

function receivedOf(sent: Review | Void, { cards }: Catalog) {
  const bodyHash = randomBytes(32).toString("base64url");
  const reception = { receivedAt: sent.at, claimedAt: null, bodyHash, grading: null };
  if (sent.type === "void") return { sent, reception };
  const { verdict, rating, card } = sent;
  const topic = cards.get(card)?.topic ?? "";
  const grading = { graded: verdict ? "graded" : "self", verdict, rating, topic } as const;
  return { sent, reception: { ...reception, grading } };
}

async function writeFolds(database: Database, { cards }: Catalog, logs: Map<string, CardLog>) {
  const learner = longLearner.id;
  for (const [card, { entries, version }] of logs) {
    const { state, facts } = foldCard(card, entries, defaultSettings.desiredRetention);
    const totals = totalsOf(facts, () => cards.get(card)?.topic ?? "");
    await writeTogether(database, [
      putState(database, { learner, version, card, state }),
      ...totals.map((total) => addToTotal(database, { learner, total })),
    ]);
  }
}

/** Lists of `size` items each, the last one of what is left. */
function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
