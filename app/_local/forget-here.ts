import { forgetAccount, type Owner, ownerKey, readOwner } from "./account";
import { notedDown, strikeAll } from "./journal";
import { closeLearner, currentLearner, learnerDatabase, openLearner } from "./learner-store";
import { deleteLocalDatabase, type LocalDatabase } from "./local-database";
import { countUnsent } from "./local-log";

/** Stands in this tab's storage from the moment its account was forgotten until that was told. */
const note = "mooring.logged-out";

/** Removes the account's data from this browser, sent or not; the account itself stays. */
export async function forgetHere(): Promise<void> {
  const owner = readOwner();
  if (owner.kind === "guest") return;
  await closeLearner();
  await deleteLocalDatabase(ownerKey(owner));
  strikeAll(ownerKey(owner));
  forgetAccount();
}

/**
 * The server says that the session has ended. With nothing unsent the account's data goes from this
 * browser, which is a guest's from then on, and the log-in page says so; else all stays for the next
 * log-in. `database` is the store that was open when the server was asked.
 */
export async function leaveEnded(owner: Owner, database: LocalDatabase): Promise<void> {
  // Somebody logged in while the answer was on its way.
  if ((await learnerDatabase()) !== database) return;
  if (currentLearner()?.storeFailed || notedDown(ownerKey(owner)).length > 0) return;
  if ((await countUnsent(database)) > 0) return;
  await forgetHere();
  sessionStorage.setItem(note, "1");
  const { pathname } = window.location;
  // Whoever is about to log in is not taken away from the form.
  if (pathname === "/login" || pathname === "/register") await openLearner();
  else window.location.assign("/login");
}

/** Whether this tab's account was forgotten and nobody was told yet; the next call says no. */
export function takeLoggedOutNote(): boolean {
  const stands = sessionStorage.getItem(note) !== null;
  sessionStorage.removeItem(note);
  return stands;
}
