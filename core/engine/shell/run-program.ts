import { fileAt } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Call, Io } from "#core/engine/process/call";
import type { Node, Thread } from "#core/engine/process/types";
import { findProgram } from "#core/engine/tools/find-program";
import { builtins } from "./builtins";
import { readScript } from "./read-script";
import { runInner, settleDebt } from "./run-inner";
import type { Shell } from "./setting";
import { takeOutcome } from "./take-outcome";
import { copyThread, environmentOf, newThread, prefixOf } from "./thread";

/** Runs a program by its words: a function, a builtin, a tool or a script. */
export function runProgram(
  shell: Shell,
  thread: Thread,
  args: readonly string[],
  io: Io,
  env: Readonly<Record<string, string>>,
  line: number,
): void {
  const { m, place, hooks } = shell;
  const name = args[0] ?? "";
  const invoke: Call["invoke"] = (words, other = {}) => {
    const child = copyThread(thread);
    child.vars = { ...child.vars, ...env };
    child.frames = [{ n: { k: "argv", a: words }, i: 0 }];
    runInner(shell, thread, child, { ...io, ...other });
    return child.done ?? 0;
  };
  const call: Call = { ...io, m, place, hooks, thread, args, env, invoke };
  const fn = thread.fns[name];
  if (fn !== undefined) {
    runFunction(shell, thread, fn, args, io);
    return;
  }
  const builtin = builtins.get(name);
  if (builtin !== undefined) {
    takeOutcome(shell, thread, builtin(call, line), io, args);
    return;
  }
  const found = findProgram(m, place, name, env.PATH ?? "", thread.cwd);
  if (found.kind === "tool")
    takeOutcome(shell, thread, found.tool({ ...call, args: found.args(args) }), io, args);
  else if (found.kind === "script") runScript(shell, thread, found.text, found.path, args, io);
  else {
    io.err(`${prefixOf(thread, line)}${notRun(shell, thread, name, found.kind)}\n`);
    thread.status = found.kind === "missing" ? 127 : 126;
  }
}

function runFunction(
  shell: Shell,
  thread: Thread,
  fn: Node,
  args: readonly string[],
  io: Io,
): void {
  const saved = thread.args;
  const child = copyThread(thread);
  child.args = args.slice(1);
  child.frames = [{ n: fn, i: 0 }];
  runInner(shell, thread, child, io);
  thread.status = child.done ?? 0;
  thread.vars = child.vars;
  thread.args = saved;
  settleDebt(shell, thread);
}

function notRun({ m, place }: Shell, thread: Thread, name: string, kind: string): string {
  if (kind === "denied") {
    const folder = fileAt(m, place, fullPath(name, thread.cwd))?.t === "d";
    return folder && thread.bash ? `${name}: Is a directory` : `${name}: Permission denied`;
  }
  if (name.includes("/") && thread.bash) return `${name}: No such file or directory`;
  return thread.bash ? `${name}: command not found` : `${name}: not found`;
}

function runScript(
  shell: Shell,
  thread: Thread,
  text: string,
  path: string,
  args: readonly string[],
  io: Io,
): void {
  const child = newThread(readScript(text), {
    vars: environmentOf(thread),
    cwd: thread.cwd,
    user: thread.user,
    name: path,
    args: args.slice(1),
  });
  if (thread.frames.length === 0 && shell.place.container !== null) {
    Object.assign(thread, { ...child, title: `/bin/sh ${path} ${args.slice(1).join(" ")}`.trim() });
    return;
  }
  runInner(shell, thread, child, io);
  thread.status = child.done ?? 0;
  settleDebt(shell, thread);
}
