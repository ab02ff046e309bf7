import { protocol } from "#core/log/protocol";
import type { ReportOutcome } from "#core/log/report";
import type { Entry } from "#core/log/types";
import { removeShort, shortKeys, writeShort } from "#local/browser/short-storage";
import { learnerDatabase, openLearner } from "#local/store/learner-store";
import { endWaiting } from "./ending";
import { postJson } from "./post-json";

const prefix = "mooring.report.";
/** Between two tries while the page stays open, milliseconds. */
const retry = 60_000;
/** Answers of the server that sending again cannot change. */
const final: readonly string[] = ["invalid", "taken", "too-large"];

/**
 * Notes that a guest's report, which is in the store, is still to be sent: by this mark it is found
 * without reading the guest's whole log, all of which is unsent. False where no mark can be kept.
 */
export function markWaiting(id: string): boolean {
  return writeShort(prefix + id, "1");
}

/**
 * Sends a guest's report that is in the store. The mark goes with the server's last word, or when
 * the report went to an account, which sends it with its log.
 */
export async function sendWaiting(id: string): Promise<ReportOutcome> {
  if ((await openLearner()).owner.kind !== "guest") return "kept";
  const row = await (await learnerDatabase()).get("entries", id);
  const outcome = row ? await post(row.entry) : "kept";
  if (!row || outcome !== "kept") removeShort(prefix + id);
  return outcome;
}

/** Sends what waits now, when the network is back, and from time to time. Gives what ends that. */
export function watchReports(): () => void {
  const sendAll = () => {
    for (const key of shortKeys(prefix)) {
      // What fails here is tried again.
      sendWaiting(key.slice(prefix.length)).catch(() => undefined);
    }
  };
  sendAll();
  const timer = setInterval(sendAll, retry);
  window.addEventListener("online", sendAll);
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", sendAll);
  };
}

async function post(entry: Entry): Promise<ReportOutcome> {
  // Not with the cookie of somebody who was logged out here.
  if (!(await endWaiting())) return "kept";
  const posted = await postJson<{ status: string }>("/api/reports", {
    ...entry,
    protocol,
  });
  if (posted.ok) return "sent";
  return final.includes(posted.problem.error) ? "refused" : "kept";
}
