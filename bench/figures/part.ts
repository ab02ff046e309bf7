import type { Builds } from "#bench/app/app-copy";
import type { Figure } from "./figure";

/** One part of the bench: what it measures, on built copies of the app or without any. */
export type Part = Built | Alone;

type Built = {
  run: (builds: Builds, given?: string) => Promise<Figure[]>;
  needsEmpty?: true;
  /** What a number after the part's name stands for, as in `steady=3`. */
  takes?: "minutes" | "reviews";
  /**
   * Brings what the machine lacks, or throws in words. A part that has this runs only where it is
   * named, and a goal that it misses is a fault.
   */
  ready?: () => void;
};

/** A part that needs no copy of the app. */
type Alone = { alone: () => Promise<Figure[]> };

/** The parts that are asked for by name; where none is, all but those that have to be named. */
export function partsToRun(
  parts: Readonly<Record<string, Part>>,
  asked: ReadonlySet<string>,
): [string, Part][] {
  return Object.entries(parts).filter(([name, part]) =>
    asked.size === 0 ? !("ready" in part) : asked.has(name),
  );
}
