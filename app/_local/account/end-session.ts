import type { Sessions } from "#core/account/ending";
import { stopComparing } from "#local/sync/compare-soon";
import { tellEnding } from "#local/sync/ending";

/** Whether the sessions have ended; one that had ended already is as good. */
export async function endSession(sessions: Sessions): Promise<boolean> {
  stopComparing();
  return tellEnding({ end: sessions });
}
