import { readOwner, rememberAccount } from "./account";
import { forgetHere, takeLoggedOutNote } from "./forget-here";
import { closeLearner, currentLearner, learnerDatabase, openLearner } from "./learner-store";
import { deleteLocalDatabase, openLocalDatabase } from "./local-database";
import { adoptGuest, readAll, readStates } from "./local-log";
import { syncNow } from "./sync";
import { takeInNotes } from "./take-in-notes";

/**
 * Makes this browser the account's: what a guest answered here moves into the account's store as
 * unsent entries and is sent; the account's own answers come back with the same request. When the
 * network fails meanwhile nothing is lost: the entries wait in the store. Null when it worked, else
 * why not, in words.
 */
export async function becomeAccount(account: {
  id: string;
  email: string;
}): Promise<string | null> {
  try {
    const before = readOwner();
    await closeLearner();
    rememberAccount(account);
    takeLoggedOutNote();
    if (before.kind === "guest") await takeGuestAlong();
    await openLearner();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  await syncNow();
  return null;
}

async function takeGuestAlong(): Promise<void> {
  const guest = await openLocalDatabase("guest");
  const whole = await takeInNotes(guest, "guest");
  const [entries, states] = await Promise.all([readAll(guest), readStates(guest)]);
  if (entries.length > 0) await adoptGuest(await learnerDatabase(), entries, states);
  guest.close();
  // What could not be taken in stays with the guest, together with what it follows.
  if (whole) await deleteLocalDatabase("guest");
}

export type Parting = "left" | "unsent" | "unreachable";

/**
 * Ends the session and removes this account's data from the browser. What is unsent is sent first;
 * where that fails nothing happens and `unsent` is answered, unless `discard` says to go on. Where
 * the session cannot be ended (`endSession` gives false), nothing happens either.
 */
export async function leaveAccount(
  endSession: () => Promise<boolean>,
  discard: boolean,
): Promise<Parting> {
  const learner = currentLearner() ?? (await openLearner());
  if (learner.unsent > 0) await syncNow();
  if ((currentLearner()?.unsent ?? 0) > 0 && !discard) return "unsent";
  if (!(await endSession())) return "unreachable";
  await forgetHere();
  return "left";
}
