import type { Io } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import type { Expander } from "./expand";
import { readScript } from "./read-script";
import { runInner } from "./run-inner";
import type { Shell } from "./setting";
import { copyThread } from "./thread";

/** What words are expanded with: the process, and a way to run the commands within them. */
export function expander(shell: Shell, thread: Thread, io: Io): Expander {
  const run = (script: string) => {
    let out = "";
    const inner: Io = { out: (text) => (out += text), err: io.err, stdin: io.stdin };
    const child = copyThread(thread);
    child.frames = [{ n: readScript(script), i: 0 }];
    runInner(shell, thread, child, inner);
    thread.status = child.done ?? 0;
    return out;
  };
  return { m: shell.m, place: shell.place, thread, run };
}
