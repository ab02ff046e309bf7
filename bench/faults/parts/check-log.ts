import { isDeepStrictEqual } from "node:util";
import { foldLog } from "#core/log/fold-log";
import type { Database, SqliteDatabase } from "#db/client";
import { readTotals } from "#db/daily-totals";
import { readLog } from "#db/entries";
import { makePace } from "#server/base/give-way";
import { logHead } from "#server/log/log-head";
import { collectStates, statesSince } from "#server/log/states";

/** What is wrong with what is stored of a learner, in words; nothing if it is what the log folds to. */
export async function logProblems(database: Database, learner: string): Promise<string[]> {
  const pace = makePace();
  const head = await logHead(database, { learner, pace });
  if (!head) return [`${learner} is gone`];
  const folded = foldLog(await readLog(database, learner));
  const states = await collectStates(statesSince(database, { learner, version: -1, head, pace }));
  const reviews = [...folded.facts.values()].reduce((sum, facts) => sum + facts.length, 0);
  const totals = await readTotals(database, learner);
  const counted = totals.reduce((sum, total) => sum + total.reviews, 0);
  const problems: string[] = [];
  if (!isDeepStrictEqual(states, folded.states)) problems.push(`${learner}: states are no fold`);
  if (counted !== reviews) problems.push(`${learner}: ${counted} counted of ${reviews} reviews`);
  return problems;
}

/** Whether SQLite finds the file whole. */
export function isSound(database: SqliteDatabase): boolean {
  return database.$client.pragma("integrity_check", { simple: true }) === "ok";
}
