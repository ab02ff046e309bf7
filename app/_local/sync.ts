import type { SyncRequest, SyncResponse } from "#core/log/sync-types";
import {
  currentLearner,
  type Learner,
  learnerDatabase,
  openLearner,
  reloadLearner,
  update,
  writesDone,
} from "./learner-store";
import { countUnsent, readCursor, readUnsent, takeIn } from "./local-log";

/** Entries in one request; the server takes up to 500. */
const batch = 200;
/** A quiet moment before what was answered is sent, milliseconds. */
const quiet = 4_000;
/** Waits between tries while the server cannot be reached, milliseconds. */
const firstWait = 5_000;
const longestWait = 300_000;
/** How long a new device waits for the account's states before it goes on without, milliseconds. */
const firstPullWait = 5_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let wait = firstWait;
/** Asked for and not begun. */
let next: Promise<SyncOutcome> | null = null;

export type SyncOutcome = "done" | "guest" | "offline" | "signed-out" | "failing";

/** Sends soon: after a quiet moment, so that a run of answers goes in one request. */
export function syncSoon(after = quiet): void {
  if (currentLearner()?.owner.kind !== "account") return;
  clearTimeout(timer);
  timer = setTimeout(() => void syncNow(), after);
}

/**
 * Sends all that is unsent and takes in what changed elsewhere. One at a time in all tabs; who asks
 * while one is under way waits for the next, since that one may have begun too early. Entries keep
 * their ids, so that a request whose answer was lost can simply be sent again.
 */
export function syncNow(): Promise<SyncOutcome> {
  clearTimeout(timer);
  next ??= takeTurn();
  return next;
}

async function takeTurn(): Promise<SyncOutcome> {
  const outcome = await navigator.locks.request("mooring-sync", () => {
    next = null;
    return exchangeAll();
  });
  if (outcome === "offline" || outcome === "failing") {
    syncSoon(wait);
    wait = Math.min(wait * 2, longestWait);
  } else {
    wait = firstWait;
  }
  return outcome;
}

async function exchangeAll(): Promise<SyncOutcome> {
  const owner = currentLearner()?.owner;
  if (owner?.kind !== "account") return "guest";
  update({ sync: "sending" });
  for (;;) {
    await writesDone();
    const database = await learnerDatabase();
    const entries = await readUnsent(database, batch);
    const since = await readCursor(database);
    const answer = await exchange({
      account: owner.id,
      device: entries[0]?.device ?? "",
      since,
      entries,
    });
    if (typeof answer === "string") {
      update({ sync: answer });
      return answer;
    }
    await takeIn(database, answer, Date.now());
    await show(answer);
    const left = await countUnsent(database);
    update({ unsent: left, sync: "idle" });
    if (entries.length < batch && !answer.more) return "done";
  }
}

/** The pages are told of what other devices did; their own answers they know already. */
async function show(answer: SyncResponse): Promise<void> {
  if (answer.entries.length > 0 || answer.states.length > 0) await reloadLearner();
}

async function exchange(
  request: SyncRequest,
): Promise<SyncResponse | "offline" | "signed-out" | "failing"> {
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
  if (response.status === 401) return "signed-out";
  if (!response.ok) return "failing";
  return (await response.json()) as SyncResponse;
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
  await Promise.race([syncNow(), new Promise((resolve) => setTimeout(resolve, firstPullWait))]);
  return openLearner();
}
