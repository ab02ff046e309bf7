import type { Place } from "#core/engine/files/file-system";
import type { Hooks, Io } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import type { Machine } from "#core/engine/state/machine";

/** Where a process runs and what it is connected to. */
export type Setting = { m: Machine; place: Place; hooks: Hooks };

/** A setting for the parts of the shell, which start others of their kind in it. */
export type Shell = Setting & {
  /** Lets a process go on until it ends, sleeps, or waits for ever. */
  goOn: (thread: Thread, io: Io) => void;
};
