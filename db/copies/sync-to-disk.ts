import { closeSync, fsyncSync, openSync } from "node:fs";

/** Returns when what was written to a file, or which files a folder has, would outlast the power. */
export function syncToDisk(file: string): void {
  const handle = openSync(file, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
