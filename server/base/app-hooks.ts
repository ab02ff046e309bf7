import "server-only";
import { processWide } from "./process-wide";

/**
 * What is worth a line in the log: words and numbers of ours, never what somebody sent. Whose it is
 * and in which request it happened is added there.
 */
export type Noted =
  | { event: "logged-in" | "log-in-failed" | "registered" | "logged-out" | "password-reset" }
  /** Too many attempts under one of these limits, by their names. */
  | { event: "throttled"; limits: readonly string[] }
  /** The front did not let a request in; `reason` is the problem's name. */
  | { event: "refused"; status: number; reason: string }
  /** An answer of 500 or more from what stands behind the front. */
  | { event: "failed"; status: number }
  | { event: "started" | "stopping" };

/** What the front and the app that Next runs tell each other. */
export type AppHooks = {
  /** Set by the front: requests come through it. */
  hasFront: boolean;
  /** Set by the app once it has started. */
  health: (() => Promise<{ ok: boolean }>) | null;
  /** Set by the front: writes a line into its log. */
  note: ((noted: Noted) => void) | null;
};

export const appHooks = () =>
  processWide<AppHooks>("hooks", () => ({ hasFront: false, health: null, note: null }));
