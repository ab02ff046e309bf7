import type { Io, Outcome } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import { findProgram } from "#core/engine/tools/find-program";
import { blocked } from "./blocked";
import { readScript } from "./read-script";
import { SyntaxTrouble } from "./read-words";
import { runInner, settleDebt } from "./run-inner";
import type { Shell } from "./setting";
import { endThread, environmentOf, newThread, prefixOf } from "./thread";

/** What becomes of a process by what a program of its did. */
export function takeOutcome(
  shell: Shell,
  thread: Thread,
  outcome: Outcome,
  io: Io,
  args: readonly string[],
): void {
  const { m, place } = shell;
  if (typeof outcome === "number") {
    thread.status = outcome;
    if (place.container !== null) settleDebt(shell, thread);
    if (thread.strict && outcome !== 0 && thread.frames.every(({ n }) => n.k === "seq"))
      endThread(thread, outcome);
  } else if ("sleep" in outcome) {
    thread.status = 0;
    thread.child = args.join(" ");
    thread.wake = m.state.now + outcome.sleep + thread.debt;
    thread.debt = 0;
  } else if ("exit" in outcome) endThread(thread, outcome.exit);
  else if ("service" in outcome) {
    thread.service = outcome.service;
    thread.child = args.join(" ");
    blocked.add(thread);
  } else if ("hang" in outcome) blocked.add(thread);
  else if ("signal" in outcome) {
    // Killed for want of memory, as the kernel does it.
    if (outcome.signal === "OOM") thread.child = "oom";
    endThread(thread, 137);
  } else if ("run" in outcome) runShell(shell, thread, outcome, io);
  else become(shell, thread, outcome.exec, io);
}

/** `sh -c …` and the like: a shell of its own, which ends before this one goes on. */
function runShell(
  shell: Shell,
  thread: Thread,
  { run, name, args }: { run: string; name: string; args: readonly string[] },
  io: Io,
): void {
  const child = newThread(
    { k: "seq", l: [] },
    {
      vars: environmentOf(thread),
      cwd: thread.cwd,
      user: thread.user,
      name,
      args,
    },
  );
  try {
    child.frames = [{ n: readScript(run), i: 0 }];
  } catch (error) {
    if (!(error instanceof SyntaxTrouble)) throw error;
    io.err(`${prefixOf(child, 0)}${error.message}\n`);
    thread.status = 2;
    return;
  }
  if (thread.frames.length === 0 && shell.place.container !== null) {
    // The last thing that this process does: it goes on as that shell.
    Object.assign(thread, { ...child, title: thread.title, jobs: thread.jobs, traps: {} });
    return;
  }
  runInner(shell, thread, child, io);
  thread.status = child.done ?? 0;
  settleDebt(shell, thread);
}

/** `exec`: another program in the place of this one. */
function become(shell: Shell, thread: Thread, args: readonly string[], io: Io): void {
  const env = environmentOf(thread);
  const found = findProgram(shell.m, shell.place, args[0] ?? "", env.PATH ?? "", thread.cwd);
  if (found.kind === "missing" || found.kind === "denied") {
    io.err(`${prefixOf(thread, 0)}exec: ${args[0]}: not found\n`);
    endThread(thread, 127);
    return;
  }
  thread.traps = {};
  thread.title = args.join(" ");
  if (found.kind === "script") {
    const next = newThread(readScript(found.text), {
      vars: env,
      cwd: thread.cwd,
      user: thread.user,
      name: found.path,
      args: args.slice(1),
      title: `/bin/sh ${found.path} ${args.slice(1).join(" ")}`.trim(),
    });
    Object.assign(thread, next);
    return;
  }
  thread.frames = [{ n: { k: "argv", a: args }, i: 0 }];
}
