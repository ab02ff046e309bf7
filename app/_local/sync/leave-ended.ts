import { isEntrance } from "#core/account/entrances";
import { changeHistory } from "#local/browser/history";
import type { LocalDatabase } from "#local/browser/local-database";
import { readShort, removeShort, writeShort } from "#local/browser/short-storage";
import { forgetHere } from "#local/store/forget-here";
import { notedDown } from "#local/store/journal";
import { currentLearner } from "#local/store/learner";
import { openLearner, reloadLearner, withLearnerStore } from "#local/store/learner-store";
import { countUnsent } from "#local/store/local-log";
import { type Owner, ownerKey } from "#local/store/owner";

/** Stands in this tab's storage from the moment its account was forgotten until that was told. */
const note = "mooring.logged-out";

/**
 * The server says that the session has ended, and of which history its log is. With nothing unsent
 * the account's data goes from this browser, which is a guest's from then on, and the log-in page
 * says so; else all stays for the next log-in. In another history all is unsent again.
 */
export async function leaveEnded(owner: Owner, history: string | null): Promise<void> {
  if (currentLearner()?.trouble || notedDown(ownerKey(owner)).length > 0) return;
  const isOther = async (database: LocalDatabase) =>
    history !== null && changeHistory(database, history);
  if (await withLearnerStore(isOther)) await reloadLearner();
  if ((await withLearnerStore(countUnsent)) > 0) return;
  await forgetHere();
  writeShort(note, "1", "tab");
  // Whoever is about to enter an account is not taken away from the form.
  if (isEntrance(window.location.pathname)) await openLearner();
  else window.location.assign("/login");
}

/** Whether this tab's account was forgotten and nobody was told yet; the next call says no. */
export function takeLoggedOutNote(): boolean {
  const stands = readShort(note, "tab") !== null;
  removeShort(note, "tab");
  return stands;
}
