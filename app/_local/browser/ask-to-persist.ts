import { readShort, writeShort } from "./short-storage";

const key = "mooring.asked-to-persist";

/**
 * Asks the browser once not to clear this site's storage when room is short. Not before the first
 * answer: some browsers put the question to the person, who would not know what for.
 */
export function askToPersist(): void {
  // Where that cannot be remembered, it would be asked after each answer.
  if (readShort(key) !== null || !writeShort(key, "1")) return;
  // Over plain http there is none.
  const storage: StorageManager | undefined = navigator.storage;
  storage?.persist?.().catch(() => undefined);
}
