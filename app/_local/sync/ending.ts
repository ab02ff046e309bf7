import {
  type Ending,
  endingCookie,
  readEnding,
  type Sessions,
  writeEnding,
} from "#core/account/ending";
import { postJson } from "./post-json";

/** How long a logging out waits for the server, seconds: longer than any session lives. */
const patience = 34_560_000;
/** Accounts that were logged out since the page was loaded; it may hold drawings of theirs still. */
const parted = new Set<string>();

/** Whether sessions have ended; one that had ended already is as good. */
export async function tellEnding(what: {
  end: Sessions;
  account?: string;
  ago?: number;
}): Promise<boolean> {
  const posted = await postJson("/api/account/sessions", what);
  return posted.ok || posted.problem.error === "signed-out";
}

/** Keeps in mind that a session is to be ended as soon as the server can be told. */
export function endLater(ending: Omit<Ending, "at">): void {
  parted.add(ending.account);
  writeCookie(writeEnding({ ...ending, at: Date.now() }), patience);
}

/** Whether an account was logged out here: nothing is shown of it and nothing done for it. */
export function hasParted(account: string): boolean {
  return parted.has(account) || waiting()?.account === account;
}

/** Somebody logged in: the cookie of the session that was to be ended is gone with that. */
export function forgetEnding(account: string): void {
  parted.delete(account);
  if (waiting()) writeCookie("", 0);
}

/** Ends the session that waits for it, if one does. False where the server could not be told. */
export async function endWaiting(): Promise<boolean> {
  if (!waiting()) return true;
  const locks: LockManager | undefined = navigator.locks;
  // A tab that comes late would end a session that was begun meanwhile.
  return locks ? ((await locks.request("mooring-ending", tell)) as boolean) : tell();
}

/** Ends what waits now, and when the network is back. Gives what ends the watch. */
export function watchEnding(): () => void {
  const end = () => void endWaiting();
  end();
  window.addEventListener("online", end);
  return () => window.removeEventListener("online", end);
}

async function tell(): Promise<boolean> {
  const ending = waiting();
  if (!ending) return true;
  const { account, sessions, at } = ending;
  // A log-in since then, of whomever, is not what was to be ended.
  if (!(await tellEnding({ end: sessions, account, ago: Math.max(0, Date.now() - at) })))
    return false;
  writeCookie("", 0);
  return true;
}

function waiting(): Ending | null {
  const start = `${endingCookie}=`;
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(start));
  return readEnding(found?.slice(start.length));
}

function writeCookie(value: string, seconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${endingCookie}=${value}; path=/; max-age=${seconds}; samesite=lax`;
}
