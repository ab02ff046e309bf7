import type { Gap } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import { troubleOf } from "#local/browser/store-trouble";
import { unsentBeside } from "#local/store/held-appends";
import { showTrouble } from "#local/store/learner";
import { withLearnerStore, writesDone } from "#local/store/learner-store";
import { readCursor, readGap, readUnsent } from "#local/store/local-log";
import { outbox, unsentReady, written } from "#local/store/outbox";
import { isNewHere } from "#local/store/read-learner";

/** Entries in one request, and their bytes, about; the server takes up to 500, and 1 MiB. */
const batch = 200;
const mostBytes = 400_000;

/** What an exchange carries. */
export type Sending = {
  entries: Entry[];
  since: number;
  gap: Gap | undefined;
  /** There is more that is unsent. */
  hasMore: boolean;
};

/**
 * What an account has to send now. From a store that cannot be read it is what the page itself still
 * holds; null where that is nothing, so that there is no use in asking.
 */
export async function readSending(account: string): Promise<Sending | null> {
  // Before the store is open a new device can ask for all there is.
  if (isNewHere()) return { entries: [], since: 0, gap: undefined, hasMore: false };
  await writesDone();
  const beside = unsentBeside(account, batch);
  try {
    return await withLearnerStore(async (database) => {
      const inStore = await readUnsent(database, batch);
      const [since, gap] = [await readCursor(database), await readGap(database)];
      const unsent = [...inStore, ...beside];
      const entries = fitting(unsent);
      const isCut = entries.length < unsent.length;
      const hasMore = isCut || inStore.length === batch || beside.length >= batch;
      return { entries, since, gap, hasMore };
    });
  } catch (error) {
    showTrouble(troubleOf(error));
    const entries = fitting([...unsentReady().slice(0, batch), ...beside]);
    return entries.length > 0 ? { entries, ...outbox().known, hasMore: false } : null;
  }
}

/** The first of some entries that one request may carry, one at least. */
function fitting(entries: readonly Entry[]): Entry[] {
  let bytes = 0;
  return entries.filter((entry, place) => {
    bytes += written(entry).bytes;
    return place === 0 || bytes <= mostBytes;
  });
}
