import { openLearner } from "#local/store/learner-store";
import { readOwner } from "#local/store/owner";
import { syncNow } from "#local/sync/sync";

/**
 * The e-mail address of whoever this browser is logged in as at the moment of the call; null where
 * nobody is, or their session has ended. With no network it is whoever it was.
 */
export async function loggedInAs(): Promise<string | null> {
  const owner = readOwner();
  if (owner.kind === "guest") return null;
  await openLearner();
  const outcome = await syncNow();
  return outcome === "signed-out" || outcome === "guest" ? null : owner.email;
}
