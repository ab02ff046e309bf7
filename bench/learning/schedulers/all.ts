import { leitner } from "./leitner";
import type { Scheduler } from "./scheduler";
import { sm2 } from "./sm2";

/** Ours first: what the others are held against. */
export const ours: Scheduler = { name: "Mooring", step: null };
export const schedulers: readonly Scheduler[] = [ours, sm2, leitner];
