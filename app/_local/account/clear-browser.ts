import {
  databaseName,
  deleteLocalDatabase,
  openLocalDatabase,
} from "#local/browser/local-database";
import { removeShort, shortKeys } from "#local/browser/short-storage";
import { currentLearner } from "#local/store/learner";
import { closeLearner, openLearner, writesDone } from "#local/store/learner-store";
import { countAnswers } from "#local/store/local-log";
import { ownerKey, readOwner } from "#local/store/owner";
import { endLater } from "#local/sync/ending";
import { syncNow } from "#local/sync/sync";
import { endSession } from "./end-session";

/**
 * How many answers are in this browser alone, whoever gave them, once all that can be sent now was
 * sent.
 */
export async function countOnlyHere(): Promise<number> {
  const learner = currentLearner() ?? (await openLearner());
  await writesDone();
  if (learner.unsent > 0) await syncNow();
  const counts = (await ownersHere()).map(async (owner) => {
    const database = await openLocalDatabase(owner);
    const unsent = await database.getAllFromIndex("entries", "unsent", 1);
    database.close();
    return countAnswers(unsent.map(({ entry }) => entry));
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/**
 * Removes everything of every learner from this browser, sent or not. The session of an account ends
 * with it, with no network as soon as there is one.
 */
export async function clearBrowser(): Promise<void> {
  const owner = readOwner();
  if (owner.kind === "account" && !(await endSession("here"))) {
    endLater({ account: owner.id, sessions: "here" });
  }
  const owners = await ownersHere();
  await closeLearner();
  await Promise.all(owners.map(deleteLocalDatabase));
  for (const area of ["browser", "tab"] as const) {
    for (const key of shortKeys("mooring.", area)) removeShort(key, area);
  }
}

/** Whose stores are here. Where the browser keeps no list: those that are known of. */
async function ownersHere(): Promise<string[]> {
  const known = [ownerKey(readOwner()), "guest"];
  const prefix = databaseName("");
  const listed = (await indexedDB.databases?.()) ?? [];
  const names = listed.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
  return [...new Set([...known, ...names.map((name) => name.slice(prefix.length))])];
}
