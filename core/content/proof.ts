import type { Source } from "./source";

/** Why what a terminal shows is not recorded: a tool of 2015 that is gone, or another system. */
export const reasons = ["old-tool", "other-system"] as const;
export type Reason = (typeof reasons)[number];

/** The versions that a text was recorded with; `system` is told where no part of Docker speaks. */
export type Recorded = { engine?: string; compose?: string; system?: string };

/** What a newer engine shows otherwise. */
export type Later = { since: string; text: string; sources: Source[] };

/** By what it is known that a terminal shows just this. */
export type Proof = {
  later?: Later;
} & ({ as: "recorded"; with: Recorded } | { as: "documented"; reason: Reason; source: Source });

/** How a text marks lines that it leaves out. */
export const leftOutMark = "…";

/** Whether a terminal leaves out lines of what was shown. */
export function leavesOut(shown: string): boolean {
  return shown.split("\n").some((line) => line.trim() === leftOutMark);
}
