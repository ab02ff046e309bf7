import type { Io } from "#core/engine/process/call";
import type { Node, Thread } from "#core/engine/process/types";
import { expandText, expandWord } from "./expand";
import { expander } from "./expander";
import { openRedirections } from "./redirections";
import { runProgram } from "./run-program";
import type { Shell } from "./setting";
import { environmentOf } from "./thread";

/** Runs a simple command: its words, assignments and redirections. */
export function runCommand(shell: Shell, thread: Thread, n: Node & { k: "cmd" }, io: Io): void {
  const x = expander(shell, thread, io);
  const before = thread.status;
  thread.status = 0;
  if (n.w.length > 0) thread.status = before;
  const words = n.w.flatMap((word) => expandWord(x, word));
  const assigned = n.set.map(({ n: name, w }) => [name, expandText(x, w)] as const);
  const opened = openRedirections(x, n.r, io, n.ln);
  if (opened === null) {
    thread.status = thread.bash ? 1 : 1;
    return;
  }
  if (words.length === 0) {
    for (const [name, value] of assigned) thread.vars[name] = value;
    opened.close();
    return;
  }
  const env = { ...environmentOf(thread), ...Object.fromEntries(assigned) };
  const saved = thread.vars;
  if (assigned.length > 0) thread.vars = { ...thread.vars, ...Object.fromEntries(assigned) };
  runProgram(shell, thread, words, opened.io, env, n.ln);
  if (assigned.length > 0) thread.vars = saved;
  opened.close();
}
