import type { CardState } from "#core/scheduling/types";
import type { LocalDatabase } from "#local/browser/local-database";
import { addUnsent } from "./local-log";
import { unsentReady } from "./outbox";
import { type Owner, rememberAccount } from "./owner";

/**
 * Puts back what the page still holds of an account whose store was cleared: the entries that the
 * server has not got, and the states, until it tells them. A guest's are gone, as was wished.
 */
export async function restoreCleared(
  store: LocalDatabase,
  { owner, states }: { owner: Owner; states: ReadonlyMap<string, CardState> },
): Promise<void> {
  if (owner.kind === "guest") return;
  rememberAccount(owner);
  await addUnsent(store, unsentReady(), states);
}
