import "server-only";
import type { Database } from "#db/client";
import { type Attempt, succeeded, takeBack } from "#server/base/throttle";
import { TryLater } from "#server/base/try-later";
import type { Whose } from "#server/base/turns";
import { isPassword } from "./password";

type Tried = Whose & {
  attempt: Extract<Attempt, { allowed: true }>;
  password: string;
  /** Null where there is no account. */
  passwordHash: string | null;
};

/**
 * Whether this is the password, for an attempt that was counted. The right one, and one that was not
 * looked at, count no more, but for what successes count for. Throws TryLater.
 */
export async function tryPassword(
  database: Database,
  { attempt, password, ...against }: Tried,
): Promise<boolean> {
  try {
    const right = await isPassword(password, against);
    if (right) await succeeded(database, attempt);
    return right;
  } catch (error) {
    if (error instanceof TryLater) await takeBack(database, attempt);
    throw error;
  }
}
