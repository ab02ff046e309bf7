import type { Report } from "./types";

/** The longest text of a report, in UTF-16 units. */
export const longestReport = 1000;

/** What a learner fills in, of the card as it was on the screen. */
export type ReportDraft = Pick<Report, "card" | "cardVersion" | "reason" | "text">;

/**
 * What became of a report, as the page tells it. `kept`: it waits in this browser for the network;
 * `signed-out`: for a log-in. `refused`: the server will never take it. `failed`: it is nowhere.
 */
export type ReportOutcome = "sent" | "kept" | "signed-out" | "refused" | "failed";

/** Whether a report says something: a reason that names nothing needs words. */
export function saysSomething({ reason, text }: Pick<Report, "reason" | "text">): boolean {
  return reason !== "other" || text.trim() !== "";
}
