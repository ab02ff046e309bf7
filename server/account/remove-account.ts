import "server-only";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { endSessions } from "#db/sessions";
import { closeUser, deleteUser, findClosedUsers, removeSomeOf } from "#db/users";
import { giveWay } from "#server/base/give-way";

/** Rows of each of four tables that go in one commit. */
const perCommit = 250;
/** Commits that whoever deletes an account waits for; what is larger goes while nobody waits. */
const waitedFor = 40;

/**
 * Ends an account at once: nobody gets in any more, and its address is free. What is stored of it
 * goes piece by piece, since one statement for a million rows holds the event loop for many seconds;
 * a small account is gone when this resolves. What a restart interrupts goes on with the next start.
 */
export async function removeAccount(database: Database, id: string): Promise<void> {
  await writeTogether(database, [endSessions(database, id), ...closeUser(database, id)]);
  try {
    const isGone = await removeStored(database, { id, most: waitedFor });
    if (!isGone) void removeStored(database, { id, most: Number.POSITIVE_INFINITY }).catch(tell);
  } catch (error) {
    // The account has ended all the same.
    tell(error);
  }
}

/** Goes on with every account that was ended and is not gone yet. */
export async function removeEnded(database: Database): Promise<void> {
  for (const id of await findClosedUsers(database)) {
    await removeStored(database, { id, most: Number.POSITIVE_INFINITY });
  }
}

async function removeStored(
  database: Database,
  { id, most }: { id: string; most: number },
): Promise<boolean> {
  for (let commits = 0; commits < most; commits += 1) {
    if ((await removeSomeOf(database, { id, limit: perCommit })) === 0) {
      await deleteUser(database, id);
      return true;
    }
    await giveWay();
  }
  return false;
}

/** The next start goes on with it. */
function tell(error: unknown): void {
  console.error("The rest of a deleted account could not be removed yet.", error);
}
