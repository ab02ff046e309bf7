import type { Sessions } from "#core/account/ending";
import { holdComparing } from "#local/sync/compare-soon";
import { tellEnding } from "#local/sync/ending";
import { endSyncing } from "#local/sync/sync";

/** Whether the sessions have ended; one that had ended already is as good. */
export function endSession(sessions: Sessions): Promise<boolean> {
  return asLast(() => tellEnding({ end: sessions }));
}

/**
 * Does what may end the session, while nothing else that this page began asks the server about the
 * account: it would be told that nobody is logged in.
 */
export async function asLast<T>(act: () => Promise<T>): Promise<T> {
  const compareAgain = holdComparing();
  try {
    await endSyncing();
    return await act();
  } finally {
    compareAgain();
  }
}
