import type { Thread } from "#core/engine/process/types";

/** Processes that wait for ever, marked by the step that found out. */
export const blocked = new WeakSet<Thread>();
