import type { Write } from "#db/batch";
import type { Database } from "#db/client";
import { accountLinks, sessions } from "#db/schema";

/** What holds for a while only, and must not begin to hold again in an old copy. */
const passing = [sessions, accountLinks];

/** Removes all of it: whoever was logged in has to log in again. */
export function forgetPassing(database: Database): Write[] {
  return passing.map((table) => () => database.delete(table).run());
}
