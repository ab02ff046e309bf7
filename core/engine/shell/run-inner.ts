import type { Io } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import { notModelled } from "#core/engine/state/machine";
import { blocked } from "./blocked";
import type { Shell } from "./setting";

/** Runs a part that has an end of its own at once, waiting for it where the place can wait. */
export function runInner(shell: Shell, parent: Thread, child: Thread, io: Io): void {
  child.done = null;
  child.wake = null;
  child.service = null;
  for (;;) {
    shell.goOn(child, io);
    if (child.done !== null) break;
    if (child.wake === null) {
      waitForEver(shell, parent, child);
      break;
    }
    const { m, place, hooks } = shell;
    if (place.container === null) {
      if (child.wake > m.deadline) {
        hooks.advance(m, m.deadline);
        child.done = 130;
        break;
      }
      hooks.advance(m, child.wake);
    } else parent.debt += Math.max(0, child.wake - m.state.now);
    if (parent.debt > 86_400_000) return;
  }
  parent.debt += child.debt;
}

function waitForEver({ m, place, hooks }: Shell, parent: Thread, child: Thread): void {
  if (place.container !== null) {
    // The whole process waits for its part.
    if (child.service) parent.service = child.service;
    blocked.add(parent);
    child.done = 0;
    return;
  }
  child.done = 130;
  if (m.deadline === Number.POSITIVE_INFINITY) notModelled("this would wait for ever");
  hooks.advance(m, m.deadline);
}

/** What was slept in a part that could not wait is slept now. */
export function settleDebt({ m, place }: Shell, thread: Thread): void {
  if (place.container === null || thread.debt === 0) return;
  thread.wake = m.state.now + thread.debt;
  thread.debt = 0;
}
