import { protocol } from "#core/log/protocol";
import type { SyncRequest, SyncResponse } from "#core/log/sync-types";
import type { LocalDatabase } from "#local/browser/local-database";
import { deviceNow } from "#local/store/device-time";
import { currentLearner, type Learner, subscribeLearner, update } from "#local/store/learner";
import {
  learnerDatabase,
  learnerTurn,
  openLearner,
  withLearnerStore,
} from "#local/store/learner-store";
import { readCursor } from "#local/store/local-log";
import { isNewHere } from "#local/store/read-learner";
import { compareSoon } from "./compare-soon";
import { exchange } from "./exchange";
import { leaveEnded } from "./leave-ended";
import { sendLast, sendParting } from "./parting";
import type { Later } from "./read-sync-answer";
import { readSending, type Sending } from "./sending";
import { takeAnswer, takeFirst } from "./take-answer";
import { makeTurns } from "./turns";

/** Waits between tries while the server cannot be reached, milliseconds. */
const firstWait = 5_000;
const longestWait = 300_000;
/** How long a new device waits for the account's states before it goes on without, milliseconds. */
const firstPullWait = 5_000;
/** How long a log-out waits for an exchange under way, milliseconds. */
const longestEnd = 2_000;
/** How long a tab waits for another one that has its turn, milliseconds: a request takes less. */
const longestTurn = 30_000;

let wait = firstWait;
/** How long the server said to wait, milliseconds. */
let told = 0;
/** Asked for and not begun. */
let next: Promise<SyncOutcome> | null = null;
/** The latest that this tab asked for. */
let underWay: Promise<unknown> = Promise.resolve();
/** The last one begun in this tab, for browsers that have no locks. */
let last: Promise<unknown> = Promise.resolve();

/** Who waits for an answer to be taken in, whatever is still to be asked for. */
const waiting = new Set<() => void>();

const turns = makeTurns({
  run: () => void syncNow(),
  isSent: () => currentLearner()?.unsent === 0,
});

export type SyncOutcome = "done" | "guest" | "offline" | "signed-out" | "failing" | "full";

/**
 * Sends what was just answered soon: after a pause, so that a run of answers goes in one request.
 * With `after`, whatever there is, within so many milliseconds.
 */
export function syncSoon(after?: number): void {
  if (currentLearner()?.owner.kind !== "account") return;
  if (after === undefined) turns.gather();
  else turns.within(after);
}

/** Sends what is unsent, because its page is left for another one of the app. */
export function sendUnsent(): void {
  if ((currentLearner()?.unsent ?? 0) > 0) syncSoon(0);
}

/**
 * Sends all that is unsent and takes in what changed elsewhere. One at a time in all tabs; who asks
 * while one is under way waits for the next, since that one may have begun too early. Entries keep
 * their ids, so that a request whose answer was lost can simply be sent again.
 */
export function syncNow(): Promise<SyncOutcome> {
  turns.stop();
  next ??= takeTurn();
  underWay = next;
  return next;
}

/** Begins no exchange that was to come by itself, and waits a little for one under way to end. */
export async function endSyncing(): Promise<void> {
  turns.stop();
  await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, longestEnd))]);
}

/** Never rejects: whatever breaks is `failing`, and tried again. */
async function takeTurn(): Promise<SyncOutcome> {
  let outcome: SyncOutcome;
  try {
    outcome = await alone(() => {
      next = null;
      turns.begin();
      return exchangeAll();
    });
  } catch {
    next = null;
    outcome = "failing";
    update({ sync: outcome });
  }
  if (outcome === "offline" || outcome === "failing" || outcome === "full") {
    syncSoon(Math.max(wait, told));
    wait = Math.min(wait * 2, longestWait);
  } else {
    wait = firstWait;
  }
  told = 0;
  return outcome;
}

/**
 * Runs when no other tab does, or when one has had its turn for so long that something is the matter
 * with it. Over plain http there are no locks (only secure contexts have them). Then tabs may
 * overlap, and the server stores each entry once all the same.
 */
async function alone<T>(run: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) {
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return turn;
  }
  let begun: Promise<T> | null = null;
  const begin = () => {
    begun ??= run();
    return begun;
  };
  const late = { signal: AbortSignal.timeout(longestTurn) };
  // What it rejects with is that of the run itself, or that the turn did not come.
  await locks.request("mooring-sync", late, begin).catch(() => undefined);
  return begin();
}

async function exchangeAll(): Promise<SyncOutcome> {
  const owner = currentLearner()?.owner;
  if (owner?.kind !== "account") return "guest";
  const turn = learnerTurn();
  update({ sync: "sending" });
  for (let changes = 0; changes < 2; ) {
    const sending = await readSending(owner.id);
    if (!sending) throw new Error("There is nothing to send and no store to keep an answer.");
    const answer = await exchange(bodyOf(owner.id, sending));
    if (learnerTurn() !== turn) return "guest";
    if (typeof answer === "object" && "later" in answer) return putOff(answer);
    if (typeof answer === "string") {
      update({ sync: answer });
      return answer;
    }
    if ("signedOut" in answer) {
      update({ sync: "signed-out" });
      await leaveEnded(owner, answer.history);
      return "signed-out";
    }
    const asked = { turn, since: sending.since };
    const first = takeFirst(asked, answer);
    if (first) letGo();
    const taken = await (first ?? takeAnswer(asked, answer));
    letGo();
    if (taken === "left") return "guest";
    if (taken === "refused") return "failing";
    if (taken === "again") changes += 1;
    // Of a request that asks much the server answers a part.
    const isPart = answer.results.length > 0 && answer.results.length < sending.entries.length;
    if (taken === "kept" && !sending.hasMore && !answer.gap && !isPart) {
      compareWith(owner.id, answer);
      return "done";
    }
  }
  // Answers of two histories by turns: later there may be one server again.
  update({ sync: "failing" });
  return "failing";
}

/** Everything stays unsent until the server takes it. */
function putOff({ later, seconds }: Later): SyncOutcome {
  told = seconds * 1000;
  update({ sync: later });
  return later;
}

function letGo(): void {
  for (const go of waiting) go();
  waiting.clear();
}

/** Never rejects, and nobody waits for it. */
function compareWith(account: string, { from }: SyncResponse): void {
  const compare = (database: LocalDatabase) => compareSoon({ database, account, from });
  learnerDatabase().then(compare, () => undefined);
}

function bodyOf(account: string, { entries, since, gap }: Sending): string {
  const device = entries[0]?.device ?? "";
  return JSON.stringify({
    protocol,
    account,
    device,
    since,
    ...(gap && { gap }),
    entries,
    // As app/study/early-start.tsx has it, who may have asked this already.
    ...(since === 0 && { utcOffset: deviceNow().utcOffset }),
  } satisfies SyncRequest);
}

/**
 * Sends before the page may go away, and again when it comes back, the network does, or the browser
 * cleared what was kept. Gives what ends that.
 */
export function watchPage(): () => void {
  const seen = () => {
    if (document.visibilityState === "hidden") sendParting();
    else syncSoon(0);
  };
  const now = () => syncSoon(0);
  const isBack = (event: PageTransitionEvent) => event.persisted && now();
  let wasCleared = false;
  const unsubscribe = subscribeLearner(() => {
    const isCleared = currentLearner()?.cleared ?? false;
    if (isCleared && !wasCleared) now();
    wasCleared = isCleared;
  });
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pagehide", sendLast);
  window.addEventListener("pageshow", isBack);
  window.addEventListener("online", now);
  return () => {
    unsubscribe();
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("pagehide", sendLast);
    window.removeEventListener("pageshow", isBack);
    window.removeEventListener("online", now);
  };
}

/**
 * The learner once this browser has what the account has: at once for a guest and where it has had
 * any before, else after the first answer of the server, or when that does not come in time.
 */
export async function readyLearner(): Promise<Learner> {
  const learner = await openLearner();
  if (learner.owner.kind === "guest" || learner.trouble) return learner;
  // Of a store that was lost meanwhile, what the page knows is all there is.
  const heardUpTo = isNewHere() ? 0 : await withLearnerStore(readCursor).catch(() => null);
  if (heardUpTo !== 0) return learner;
  const firstAnswer = new Promise<void>((resolve) => waiting.add(resolve));
  const late = new Promise((resolve) => setTimeout(resolve, firstPullWait));
  await Promise.race([firstAnswer, syncNow(), late]);
  return openLearner();
}
