import type { Database } from "#db/client";
import { prepareWrite } from "#db/prepare-once";
import { accountLinks, sessions } from "#db/schema";
import type { Write } from "#db/write";

/** What holds for a while only, and must not begin to hold again in an old copy. */
const passing = [sessions, accountLinks].map((table) =>
  prepareWrite((builder) => builder.delete(table)),
);

/** Removes all of it: whoever was logged in has to log in again. */
export function forgetPassing(database: Database): Write[] {
  return passing.map((forget) => forget(database));
}
