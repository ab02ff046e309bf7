import { useSyncExternalStore } from "react";
import { momentOf, startOfStudyDay } from "#core/scheduling/study-day";
import { deviceNow } from "./device-time";

/** A computer that slept may count a timer's time from where it was: it is looked at this often. */
const longest = 3_600_000;
/** After the day has begun, so that a timer that fires a little early is none too early. */
const after = 500;

const heard = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let known: number | null = null;

/**
 * Calls back whenever another study day has begun while the page is open: at 4 am, and as the learner
 * comes back to it from elsewhere in time or zone. Gives what ends that.
 */
export function watchStudyDay(begun: () => void): () => void {
  if (heard.size === 0) begin();
  heard.add(begun);
  return () => {
    heard.delete(begun);
    if (heard.size === 0) end();
  };
}

/** The study day here, looked at again as it changes; null while the server draws the page. */
export function useStudyDay(): number | null {
  return useSyncExternalStore(watchStudyDay, studyDayHere, () => null);
}

/** The same for as long as nobody was told of another, so that what is drawn together agrees. */
function studyDayHere(): number {
  if (heard.size === 0) known = null;
  known ??= today();
  return known;
}

const today = (): number => momentOf(deviceNow()).studyDay;

function begin(): void {
  known = today();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  wait();
}

function end(): void {
  clearTimeout(timer);
  document.removeEventListener("visibilitychange", look);
  window.removeEventListener("pageshow", look);
}

function wait(): void {
  const now = deviceNow();
  const next = startOfStudyDay(momentOf(now).studyDay + 1, now.utcOffset) + after;
  clearTimeout(timer);
  timer = setTimeout(look, Math.min(next - now.ms, longest));
}

function look(): void {
  wait();
  const day = today();
  if (day === known) return;
  known = day;
  for (const begun of [...heard]) begun();
}
