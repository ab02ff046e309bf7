import { readPlayedLab } from "#core/labs/played-lab";
import type { PlayedLab } from "#core/labs/types";
import { readShort, writeShort } from "#local/browser/short-storage";

const labPrefix = "mooring.lab.";

/** What this browser keeps of a lab; null where nothing was played. */
export const keptLab = (lab: string): PlayedLab | null =>
  readPlayedLab(readShort(labPrefix + lab), lab);

/** Keeps a lab as it stands: what was typed, and when. */
export function keepLab(played: PlayedLab): void {
  writeShort(labPrefix + played.lab, JSON.stringify(played));
}
