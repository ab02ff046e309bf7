import type { ReportDraft, ReportOutcome } from "#core/log/report";
import { deviceNow } from "#local/store/device-time";
import { appendToLearner, learnerDatabase, openLearner } from "#local/store/learner-store";
import { newId } from "#local/store/new-id";
import { type SyncOutcome, syncNow } from "./sync";
import { markWaiting, sendWaiting } from "./waiting-reports";

/** Keeps a report in the learner's log and sends it at once if it can be. Rejects where it is nowhere. */
export async function sendReport(draft: ReportDraft): Promise<ReportOutcome> {
  const { owner } = await openLearner();
  const id = newId();
  await appendToLearner([{ type: "report", id, at: deviceNow().ms, ...draft }], []);
  const kept = await (await learnerDatabase()).getKey("entries", id);
  if (kept === undefined) return "failed";
  if (owner.kind === "account") return synced[await syncNow()];
  const marked = markWaiting(id);
  const outcome = await sendWaiting(id);
  return outcome === "kept" && !marked ? "failed" : outcome;
}

const synced: Record<SyncOutcome, ReportOutcome> = {
  done: "sent",
  guest: "kept",
  offline: "kept",
  failing: "kept",
  full: "kept",
  "signed-out": "signed-out",
};
