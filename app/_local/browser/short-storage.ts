/** Kept until it is cleared, or as long as the tab is open. */
type Area = "browser" | "tab";

const storageOf = (area: Area): Storage => (area === "browser" ? localStorage : sessionStorage);

/**
 * The browser's storage for short texts, where it keeps what is given it at once. Some windows have
 * none or forbid it; then nothing is kept, and nothing is there.
 */
export function readShort(key: string, area: Area = "browser"): string | null {
  try {
    return storageOf(area).getItem(key);
  } catch {
    return null;
  }
}

/** False where it has no room or is forbidden. */
export function writeShort(key: string, text: string, area: Area = "browser"): boolean {
  try {
    storageOf(area).setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function removeShort(key: string, area: Area = "browser"): void {
  try {
    storageOf(area).removeItem(key);
  } catch {
    // Where it is forbidden there is nothing.
  }
}

/** The keys that begin so. */
export function shortKeys(prefix: string, area: Area = "browser"): string[] {
  try {
    return Object.keys(storageOf(area)).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
