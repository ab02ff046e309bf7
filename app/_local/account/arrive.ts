import type { RequestProblem } from "#core/account/types";
import { endWaiting } from "#local/sync/ending";
import type { Posted } from "#local/sync/post-json";
import { type Account, becomeAccount, becomeNewAccount, countGuestAnswers } from "./sign-in";

/** What the server says of whoever is logged in now; `made` where the account was made just then. */
export type Entered = Account & { made: boolean };

/** Whose this browser is now. */
export type Arrival = Pick<Entered, "email" | "made"> & {
  /** How many answers a guest gave here. They came into an account that was made just now. */
  answers: number;
};

type Way<P> = {
  enter: () => Promise<Posted<Entered, P>>;
  /** Says that it was done on the server, and why this browser cannot hold the account. */
  but: (failure: string) => string;
};

/** Enters an account, and makes this browser the account's. */
export async function arrive<P>({
  enter,
  but,
}: Way<P>): Promise<Posted<Arrival, P | RequestProblem>> {
  // Told later, it would end the session that begins now.
  await endWaiting();
  const entered = await enter();
  if (!entered.ok) return entered;
  const { made, ...account } = entered.value;
  // Where the guest's store cannot be read, the account's cannot either, and that is told.
  const answers = await countGuestAnswers(account.id).catch(() => 0);
  const failure = await (made ? becomeNewAccount(account) : becomeAccount(account));
  if (failure === null) return { ok: true, value: { email: account.email, made, answers } };
  return { ok: false, problem: { error: "unavailable", message: but(failure) } };
}
