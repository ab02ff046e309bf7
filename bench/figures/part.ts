import type { Builds } from "#bench/app/app-copy";
import type { Figure } from "./figure";

/** One part of the bench: what it measures, on built copies of the app or without any. */
export type Part = Built | Alone;

/** `takes`: what a number after the part's name stands for, as in `steady=3`. */
type Built = {
  run: (builds: Builds, given?: string) => Promise<Figure[]>;
  needsEmpty?: true;
  takes?: "minutes" | "reviews";
};

/** A part that needs no copy of the app. */
type Alone = { alone: () => Promise<Figure[]> };
