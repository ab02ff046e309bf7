import type { SyncResponse } from "#core/log/sync-types";
import { idle } from "#local/browser/idle";
import { tellOtherTabs } from "#local/browser/other-tabs";
import { troubleOf } from "#local/browser/store-trouble";
import { countHeld, markKnown } from "#local/store/held-appends";
import { currentLearner, showTrouble, update } from "#local/store/learner";
import {
  learnerTurn,
  reloadLearner,
  withLearnerStore,
  writeAfter,
  writeNow,
} from "#local/store/learner-store";
import { countUnsent, readCursor, readGap, takeIn } from "#local/store/local-log";
import { knowInOutbox, outbox, strikeFromOutbox } from "#local/store/outbox";
import { noteKnown, ownerKey } from "#local/store/owner";
import { includeAnswer } from "./include-answer";

/** What was asked: by which learner of this page, and up to where the log was known. */
export type Asked = { turn: number; since: number };

/** A store waits so long at most for what it is told first, milliseconds. */
const longestIdle = 1_000;

/**
 * `again`: the server's log is of another history, to which all is to be sent again. `left`: the page
 * is another learner's by now, and the answer nobody's.
 */
export type Taken = "kept" | "again" | "refused" | "left";

/**
 * Takes in what the server answered. The pages are told of what other devices did; their own answers
 * they know already. The other tabs are told of both.
 */
export async function takeAnswer({ turn, since }: Asked, answer: SyncResponse): Promise<Taken> {
  if (learnerTurn() !== turn) return "left";
  markKnown(answer.results);
  strikeFromOutbox(answer.results);
  return finish(turn, answer, keep(answer, since));
}

/**
 * Takes in the answer to a new device's first exchange: the pages have it at once, and the store
 * when the browser has time for it. Null where the device has something already that it might not
 * go with.
 */
export function takeFirst({ turn, since }: Asked, answer: SyncResponse): Promise<Taken> | null {
  const learner = currentLearner();
  if (learnerTurn() !== turn || !learner || since > 0) return null;
  if (learner.unsent > 0 || learner.states.size > 0) return null;
  const keeping = idle(longestIdle).then(() => keep(answer, since));
  // What is answered meanwhile follows from these states, and finds them there.
  writeAfter(keeping);
  update(includeAnswer(learner, answer));
  return finish(turn, answer, keeping);
}

async function finish(
  turn: number,
  answer: SyncResponse,
  keeping: Promise<Exclude<Taken, "left">>,
): Promise<Taken> {
  const taken = await keeping;
  if (learnerTurn() !== turn) return "left";
  const isKept = taken === "kept";
  if (isKept) await show(answer);
  if (taken === "again") await reloadLearner();
  const owner = currentLearner()?.owner;
  if (isKept && owner) noteKnown(owner);
  const unsent = (await unsentInStore()) + countHeld();
  const states = { kept: "idle", again: "sending", refused: "failing" } as const;
  update({ unsent, sync: states[taken], ...(isKept && { cleared: false }) });
  return taken;
}

/** `refused` where the store does not take the answer: then it is asked for again. */
async function keep(answer: SyncResponse, since: number): Promise<Exclude<Taken, "left">> {
  let taken: Awaited<ReturnType<typeof takeIn>>;
  try {
    taken = await withLearnerStore(async (database) => {
      const outcome = await takeIn(database, answer, { since, savedAt: Date.now() });
      const [cursor, gap] = await Promise.all([readCursor(database), readGap(database)]);
      knowInOutbox({ since: cursor, gap });
      return outcome;
    });
  } catch (error) {
    showTrouble(troubleOf(error));
    return "refused";
  }
  if (currentLearner()?.trouble) await writeNow();
  return taken === "taken" ? "kept" : "again";
}

/** Of a store that cannot be read, what it held and the server has not answered for. */
async function unsentInStore(): Promise<number> {
  try {
    return await withLearnerStore(countUnsent);
  } catch {
    return outbox().ready.length;
  }
}

async function show({ entries, states, results }: SyncResponse): Promise<void> {
  const learner = currentLearner();
  if (!learner) return;
  const news = entries.length + states.length;
  if (news + results.length > 0) tellOtherTabs(ownerKey(learner.owner));
  if (news > 0) await reloadLearner();
}
