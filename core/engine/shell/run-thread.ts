import type { Io } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import { blocked } from "./blocked";
import { ExpansionTrouble } from "./expand";
import type { Setting, Shell } from "./setting";
import { step } from "./step";
import { endThread, prefixOf } from "./thread";

/** How many steps a process makes before others have their turn. */
const mostSteps = 4000;

/**
 * Lets a process go on until it ends, sleeps, or waits for ever. It is changed in place: callers
 * hand over a copy.
 */
export function runThread(setting: Setting, thread: Thread, io: Io): void {
  const shell: Shell = { ...setting, goOn: (other, words) => goOn(shell, other, words) };
  goOn(shell, thread, io);
}

function goOn(shell: Shell, thread: Thread, io: Io): void {
  thread.wake = null;
  for (let steps = 0; thread.done === null && thread.wake === null; steps++) {
    const frame = thread.frames.at(-1);
    if (frame === undefined) {
      // A shell at a terminal waits for its next line.
      if (thread.reads) return;
      endThread(thread, thread.status);
      return;
    }
    if (steps > mostSteps) {
      // A loop that never waits: it has used up its second.
      thread.wake = shell.m.state.now + 1000;
      return;
    }
    try {
      step(shell, thread, frame, io);
    } catch (error) {
      if (!(error instanceof ExpansionTrouble)) throw error;
      io.err(`${prefixOf(thread, 0)}${error.message}\n`);
      endThread(thread, thread.bash ? 127 : 2);
    }
    if (blocked.has(thread)) {
      blocked.delete(thread);
      return;
    }
  }
}
