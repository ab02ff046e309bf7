import type { Builds } from "#bench/app/app-copy";
import type { Figure } from "./figure";

/** One part of the bench: what it measures, on built copies of the app or without any. */
export type Part = { run: (builds: Builds) => Promise<Figure[]>; needsEmpty?: true } | Alone;

/** A part that needs no copy of the app. */
type Alone = { alone: () => Promise<Figure[]> };
