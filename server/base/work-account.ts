import "server-only";
import { problemText } from "#core/text/site/problem-text";
import { processWide } from "./process-wide";
import { TryLater } from "./try-later";

/**
 * What the work for one learner may take of this process: half a minute at once, and for as long as
 * it goes on half of one processor. A year's backlog needs less than the first; no browser comes near
 * the second. Milliseconds.
 */
const most = 30_000;
const perSecond = 500;

/** `left` as of `at`, both milliseconds; it grows again while nothing is done. */
type Account = { left: number; at: number };

/** Pages and handlers are of one build and may hold copies of this module. */
const accounts = () => processWide("work-accounts", () => new Map<string, Account>());
/** Accounts that are full again say nothing; they are looked for when there are so many. */
const mostKept = 1000;

/** Throws TryLater where a learner's work took more than it may. */
export function checkWork(learner: string, now: number): void {
  const left = leftAt(learner, now);
  if (left > 0) return;
  const seconds = Math.max(1, Math.ceil((1 - left) / perSecond));
  throw new TryLater("wait", problemText().tooMuchWork, seconds);
}

/** Notes milliseconds of work that were done for a learner. */
export function noteWork(learner: string, { spent, now }: { spent: number; now: number }): void {
  accounts().set(learner, { left: leftAt(learner, now) - spent, at: now });
  if (accounts().size > mostKept) forgetFull(now);
}

function leftAt(learner: string, now: number): number {
  const account = accounts().get(learner);
  if (!account) return most;
  // A clock that is put back takes nothing away.
  const passed = Math.max(0, now - account.at);
  return Math.min(most, account.left + (passed * perSecond) / 1000);
}

function forgetFull(now: number): void {
  for (const learner of accounts().keys()) {
    if (leftAt(learner, now) >= most) accounts().delete(learner);
  }
}
