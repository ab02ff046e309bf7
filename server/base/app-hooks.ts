import "server-only";
import { processWide } from "./process-wide";

/** What the front and the app that Next runs tell each other. */
export type AppHooks = {
  /** Set by the front: requests come through it. */
  hasFront: boolean;
  /** Set by the app once it has started. */
  health: (() => Promise<{ ok: boolean }>) | null;
};

export const appHooks = () =>
  processWide<AppHooks>("hooks", () => ({ hasFront: false, health: null }));
