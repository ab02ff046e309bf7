import { globExpression } from "#core/engine/files/paths";
import type { Io } from "#core/engine/process/call";
import type { Node, Thread } from "#core/engine/process/types";
import { expandPattern, expandText } from "./expand";
import { expander } from "./expander";
import { openRedirections } from "./redirections";
import { runCommand } from "./run-command";
import { runInner, settleDebt } from "./run-inner";
import { runPipe } from "./run-pipe";
import { runProgram } from "./run-program";
import type { Shell } from "./setting";
import { copyThread, environmentOf } from "./thread";

/** Runs what is neither a loop nor a choice of two. */
export function runNode(shell: Shell, thread: Thread, n: Node, io: Io): void {
  switch (n.k) {
    case "cmd":
      runCommand(shell, thread, n, io);
      return;
    case "argv":
      runProgram(shell, thread, n.a, io, environmentOf(thread), 0);
      return;
    case "pipe":
      runPipe(shell, thread, n.l, io);
      return;
    case "bg":
      runBackground(shell, thread, n.a, io);
      return;
    case "group":
      runGroup(shell, thread, n, io);
      return;
    case "fn":
      thread.fns[n.n] = n.b;
      thread.status = 0;
      return;
    case "case":
      runCase(shell, thread, n, io);
      return;
    case "time":
      runTimed(shell, thread, n.a, io);
      return;
    default:
      thread.frames.push({ n, i: 0 });
  }
}

function runCase(shell: Shell, thread: Thread, n: Node & { k: "case" }, io: Io): void {
  const x = expander(shell, thread, io);
  const subject = expandText(x, n.w);
  const arm = n.arms.find(({ p }) =>
    p.some((word) => {
      const { source } = globExpression(expandPattern(x, word));
      return new RegExp(source.replaceAll("[^/]", "[^]"), "s").test(subject);
    }),
  );
  thread.status = 0;
  if (arm) thread.frames.push({ n: arm.b, i: 0 });
}

function runTimed(shell: Shell, thread: Thread, a: Node, io: Io): void {
  const from = shell.m.state.now;
  runApart(shell, thread, a, io);
  const ms = shell.m.state.now - from;
  const span = `${Math.floor(ms / 60_000)}m${((ms % 60_000) / 1000).toFixed(3)}s`;
  io.err(`\nreal\t${span}\nuser\t0m0.020s\nsys\t0m0.015s\n`);
}

/** Runs a node to its end in this process, but not as frames of it. */
function runApart(shell: Shell, thread: Thread, a: Node, io: Io): void {
  const child = copyThread(thread);
  child.frames = [{ n: a, i: 0 }];
  runInner(shell, thread, child, io);
  thread.status = child.done ?? 0;
  Object.assign(thread.vars, child.vars);
  thread.cwd = child.cwd;
}

function runGroup(shell: Shell, thread: Thread, n: Node & { k: "group" }, io: Io): void {
  const child = copyThread(thread);
  child.frames = [{ n: n.b, i: 0 }];
  const opened = openRedirections(expander(shell, thread, io), n.r, io, 0);
  if (opened === null) {
    thread.status = 1;
    return;
  }
  runInner(shell, thread, child, opened.io);
  opened.close();
  thread.status = child.done ?? 0;
  if (n.sub) return;
  thread.vars = child.vars;
  thread.exported = child.exported;
  thread.cwd = child.cwd;
  thread.fns = child.fns;
  settleDebt(shell, thread);
}

function runBackground(shell: Shell, thread: Thread, a: Node, io: Io): void {
  const child = copyThread(thread);
  child.frames = [{ n: a, i: 0 }];
  shell.goOn(child, io);
  if (child.service) {
    thread.service = { ...child.service, child: child.child };
    thread.jobs.push(null);
  } else thread.jobs.push(child.done !== null ? shell.m.state.now : child.wake);
  thread.status = 0;
}
