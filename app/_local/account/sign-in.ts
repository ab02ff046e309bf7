import type { Sessions } from "#core/account/ending";
import { handOnLabs } from "#local/browser/kept-labs";
import { deleteLocalDatabase, openLocalDatabase } from "#local/browser/local-database";
import { storeError } from "#local/browser/store-trouble";
import { forgetHere } from "#local/store/forget-here";
import { handOnDrafts } from "#local/store/kept-drafts";
import { currentLearner } from "#local/store/learner";
import {
  closeLearner,
  learnerDatabase,
  openLearner,
  reloadLearner,
  writesDone,
} from "#local/store/learner-store";
import { addUnsent, readAll, readStates } from "#local/store/local-log";
import { ownerKey, readOwner, rememberAccount } from "#local/store/owner";
import { takeInNotes } from "#local/store/take-in-notes";
import { endLater, forgetEnding } from "#local/sync/ending";
import { takeLoggedOutNote } from "#local/sync/leave-ended";
import { syncNow } from "#local/sync/sync";
import { endSession } from "./end-session";
import { countToAsk, noteLeftOut } from "./left-out";

export type Account = { id: string; email: string };

/**
 * Makes this browser the account's; the account's own answers come with the first request. What a
 * guest answered here stays the guest's. Null when it worked, else why not, in words.
 */
export async function becomeAccount(account: Account): Promise<string | null> {
  return inWords(async () => {
    await change(account);
    await openLearner();
  });
}

/**
 * Makes this browser the account's that was just made: what a guest answered here moves into its
 * store as unsent entries and is sent. When the network fails meanwhile nothing is lost: the entries
 * wait in the store. Null when it worked, else why not, in words.
 */
export async function becomeNewAccount(account: Account): Promise<string | null> {
  return inWords(async () => {
    const before = readOwner();
    await change(account);
    if (before.kind === "guest") await takeGuestAlong();
    await openLearner();
  });
}

/**
 * How many answers that a guest gave here an account's learner is to be asked about; none where this
 * browser is an account's.
 */
export async function countGuestAnswers(account: string): Promise<number> {
  if (readOwner().kind !== "guest") return 0;
  await openLearner();
  await writesDone();
  return countToAsk(await learnerDatabase(), account);
}

/** Adds what a guest answered here to the account that this browser is now. Null, or why not. */
export async function addGuestAnswers(): Promise<string | null> {
  return inWords(async () => {
    await takeGuestAlong();
    await reloadLearner();
  });
}

/** Leaves what a guest answered here to the guest: this account is not asked about it again. */
export async function leaveGuestAnswers(): Promise<void> {
  const guest = await openLocalDatabase("guest");
  // With no room to remember it, it is asked again.
  await noteLeftOut(guest, ownerKey(readOwner())).catch(() => undefined);
  guest.close();
}

async function change(account: Account): Promise<void> {
  await closeLearner();
  rememberAccount(account);
  forgetEnding(account.id);
  takeLoggedOutNote();
}

/** Runs, and sends what waits then. */
async function inWords(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
  } catch (error) {
    return storeError(error).message;
  }
  await syncNow();
  return null;
}

async function takeGuestAlong(): Promise<void> {
  const guest = await openLocalDatabase("guest");
  const trouble = await takeInNotes(guest, "guest");
  const [entries, states] = await Promise.all([readAll(guest), readStates(guest)]);
  if (entries.length > 0) await addUnsent(await learnerDatabase(), entries, states);
  handOnDrafts("guest", ownerKey(readOwner()));
  handOnLabs("guest", ownerKey(readOwner()));
  guest.close();
  // What could not be taken in stays with the guest, together with what it follows.
  if (trouble === null) await deleteLocalDatabase("guest");
}

export type Parting = "left" | "unsent" | "ends-later";

/**
 * Ends the session and removes this account's data from the browser. What is unsent is sent first;
 * where that fails nothing happens and `unsent` is answered, unless `discard` says to go on. Where
 * the server cannot be told, the data goes all the same, and the session ends when it can be.
 */
export async function leaveAccount(sessions: Sessions, discard: boolean): Promise<Parting> {
  const { owner, unsent } = currentLearner() ?? (await openLearner());
  if (owner.kind === "guest") return "left";
  if (unsent > 0) await syncNow();
  if ((currentLearner()?.unsent ?? 0) > 0 && !discard) return "unsent";
  const ended = await endSession(sessions);
  if (!ended) endLater({ account: owner.id, sessions });
  await forgetHere();
  if (ended) return "left";
  await openLearner();
  return "ends-later";
}
