import type { SyncRequest, SyncResponse } from "#core/log/sync-types";
import { countHeld, markKnown, unsentBeside } from "#local/store/held-appends";
import {
  currentLearner,
  type Learner,
  learnerDatabase,
  openLearner,
  reloadLearner,
  showRoom,
  update,
  writeNow,
  writesDone,
} from "#local/store/learner-store";
import type { LocalDatabase } from "#local/store/local-database";
import { countUnsent, readCursor, readGap, readUnsent, takeIn } from "#local/store/local-log";
import { tellOtherTabs } from "#local/store/other-tabs";
import { compareSoon } from "./compare-soon";
import { leaveEnded } from "./leave-ended";
import { readSyncAnswer, type SyncAnswer } from "./read-sync-answer";
import { sendPause } from "./send-pause";

/** Entries in one request; the server takes up to 500. */
const batch = 200;
/** Waits between tries while the server cannot be reached, milliseconds. */
const firstWait = 5_000;
const longestWait = 300_000;
/** How long a new device waits for the account's states before it goes on without, milliseconds. */
const firstPullWait = 5_000;
/** How long a log-out waits for an exchange under way, milliseconds. */
const longestEnd = 2_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let wait = firstWait;
/** How often this page has sent answers. */
let exchanges = 0;
/** Asked for and not begun. */
let next: Promise<SyncOutcome> | null = null;
/** The latest that this tab asked for. */
let underWay: Promise<unknown> = Promise.resolve();
/** The last one begun in this tab, for browsers that have no locks. */
let last: Promise<unknown> = Promise.resolve();

/** Who waits for an answer to be taken in, whatever is still to be asked for. */
const waiting = new Set<() => void>();

export type SyncOutcome = "done" | "guest" | "offline" | "signed-out" | "failing";

/** Sends soon: after a pause, so that a run of answers goes in one request. */
export function syncSoon(after?: number): void {
  const learner = currentLearner();
  if (learner?.owner.kind !== "account") return;
  clearTimeout(timer);
  const pause = after ?? sendPause({ exchanges, unsent: learner.unsent });
  timer = setTimeout(() => void syncNow(), pause);
}

/**
 * Sends all that is unsent and takes in what changed elsewhere. One at a time in all tabs; who asks
 * while one is under way waits for the next, since that one may have begun too early. Entries keep
 * their ids, so that a request whose answer was lost can simply be sent again.
 */
export function syncNow(): Promise<SyncOutcome> {
  clearTimeout(timer);
  next ??= takeTurn();
  underWay = next;
  return next;
}

/** Begins no exchange that was to come by itself, and waits a little for one under way to end. */
export async function endSyncing(): Promise<void> {
  clearTimeout(timer);
  await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, longestEnd))]);
}

/** Never rejects: whatever breaks is `failing`, and tried again. */
async function takeTurn(): Promise<SyncOutcome> {
  let outcome: SyncOutcome;
  try {
    outcome = await alone(() => {
      next = null;
      return exchangeAll();
    });
  } catch {
    next = null;
    outcome = "failing";
    update({ sync: outcome });
  }
  if (outcome === "offline" || outcome === "failing") {
    syncSoon(wait);
    wait = Math.min(wait * 2, longestWait);
  } else {
    wait = firstWait;
  }
  return outcome;
}

/**
 * Runs when no other tab does. Over plain http there are no locks (only secure contexts have them):
 * then tabs may overlap, and the server stores each entry once all the same.
 */
function alone<T>(run: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks) return locks.request("mooring-sync", run) as Promise<T>;
  const turn = last.then(run);
  last = turn.catch(() => undefined);
  return turn;
}

async function exchangeAll(): Promise<SyncOutcome> {
  const owner = currentLearner()?.owner;
  if (owner?.kind !== "account") return "guest";
  update({ sync: "sending" });
  for (;;) {
    await writesDone();
    const database = await learnerDatabase();
    const inStore = await readUnsent(database, batch);
    const beside = unsentBeside(owner.id, batch);
    const entries = [...inStore, ...beside];
    if (entries.length > 0) exchanges += 1;
    const since = await readCursor(database);
    const gap = await readGap(database);
    const answer = await exchange({
      account: owner.id,
      device: entries[0]?.device ?? "",
      since,
      ...(gap && { gap }),
      entries,
    });
    if (typeof answer === "string") {
      update({ sync: answer });
      if (answer === "signed-out") await leaveEnded(owner, database);
      return answer;
    }
    markKnown(answer.results);
    const kept = await keep(database, answer, since);
    if (kept) await show(answer, owner.id);
    for (const go of waiting) go();
    waiting.clear();
    const unsent = (await countUnsent(database)) + countHeld();
    update({ unsent, sync: kept ? "idle" : "failing" });
    if (!kept) return "failing";
    if (inStore.length < batch && beside.length < batch && !answer.gap) {
      void compareSoon({ database, account: owner.id, from: answer.from });
      return "done";
    }
  }
}

/** False where the store has no room for the answer: then it is asked for again. */
async function keep(database: LocalDatabase, answer: SyncResponse, since: number) {
  try {
    await takeIn(database, answer, { since, savedAt: Date.now() });
  } catch {
    showRoom(true);
    return false;
  }
  if (currentLearner()?.storeFailed) await writeNow();
  return true;
}

/**
 * The pages are told of what other devices did; their own answers they know already. The other tabs
 * are told of both.
 */
async function show(answer: SyncResponse, owner: string): Promise<void> {
  const news = answer.entries.length + answer.states.length;
  if (news + answer.results.length > 0) tellOtherTabs(owner);
  if (news > 0) await reloadLearner();
}

async function exchange(request: SyncRequest): Promise<SyncAnswer | "offline"> {
  let response: Response;
  try {
    response = await fetch("/api/sync", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    return "offline";
  }
  return readSyncAnswer(response);
}

/** Sends before the page may go away, and again when it comes back or the network does. */
export function watchPage(): () => void {
  const hidden = () => {
    if (document.visibilityState === "hidden") sendParting();
    else syncSoon(0);
  };
  const online = () => syncSoon(0);
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("online", online);
  return () => {
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("online", online);
  };
}

/** A request that outlives the page; what it carried stays unsent until an answer is read. */
function sendParting(): void {
  const learner = currentLearner();
  if (learner?.owner.kind !== "account" || learner.unsent === 0) return;
  void syncNow();
}

/**
 * The learner once this browser has what the account has: at once for a guest and where it has had
 * any before, else after the first answer of the server, or when that does not come in time.
 */
export async function readyLearner(): Promise<Learner> {
  const learner = await openLearner();
  if (learner.owner.kind === "guest") return learner;
  if ((await readCursor(await learnerDatabase())) > 0) return learner;
  const firstAnswer = new Promise<void>((resolve) => waiting.add(resolve));
  const late = new Promise((resolve) => setTimeout(resolve, firstPullWait));
  await Promise.race([firstAnswer, syncNow(), late]);
  return openLearner();
}
