import { readPlayedLab } from "#core/labs/played-lab";
import type { PlayedLab } from "#core/labs/types";
import { readShort, removeShort, shortKeys, writeShort } from "./short-storage";

const prefix = "mooring.lab.";
const labsOf = (owner: string): string => `${prefix}${owner}.`;

/** What this browser keeps of an owner's lab; null where nothing was played. */
export const keptLab = (owner: string, lab: string): PlayedLab | null =>
  readPlayedLab(readShort(labsOf(owner) + lab), lab);

/** Keeps a lab as it stands: what was typed, and when. */
export function keepLab(owner: string, played: PlayedLab): void {
  writeShort(labsOf(owner) + played.lab, JSON.stringify(played));
}

/** Forgets all labs of an owner. */
export function dropLabs(owner: string): void {
  for (const key of shortKeys(labsOf(owner))) removeShort(key);
}

/** Gives one owner's to another, who keeps their own where both played one. */
export function handOnLabs(from: string, to: string): void {
  for (const key of shortKeys(labsOf(from))) {
    const own = labsOf(to) + key.slice(labsOf(from).length);
    const kept = readShort(key);
    if (kept !== null && readShort(own) === null) writeShort(own, kept);
    removeShort(key);
  }
}
