import { dropLabs } from "#local/browser/kept-labs";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { strikeAll } from "./journal";
import { dropAllDrafts } from "./kept-drafts";
import { closeLearner } from "./learner-store";
import { forgetAccount, ownerKey, readOwner } from "./owner";

/** Removes the account's data from this browser, sent or not; the account itself stays. */
export async function forgetHere(): Promise<void> {
  const owner = readOwner();
  if (owner.kind === "guest") return;
  await closeLearner();
  await deleteLocalDatabase(ownerKey(owner));
  strikeAll(ownerKey(owner));
  dropAllDrafts(ownerKey(owner));
  dropLabs(ownerKey(owner));
  forgetAccount();
}
