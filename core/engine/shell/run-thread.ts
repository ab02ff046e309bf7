import type { Place } from "#core/engine/files/file-system";
import { fileAt } from "#core/engine/files/file-system";
import { fullPath, globExpression } from "#core/engine/files/paths";
import type { Call, Hooks, Input, Io, Outcome } from "#core/engine/process/call";
import type { Frame, Node, Thread } from "#core/engine/process/types";
import { type Machine, notModelled } from "#core/engine/state/machine";
import { findProgram } from "#core/engine/tools/find-program";
import { builtins } from "./builtins";
import { type Expander, ExpansionTrouble, expandPattern, expandText, expandWord } from "./expand";
import { readScript } from "./read-script";
import { SyntaxTrouble } from "./read-words";
import { openRedirections } from "./redirections";
import { copyThread, environmentOf, newThread, prefixOf } from "./thread";

/** Where a process runs and what it is connected to. */
export type Setting = { m: Machine; place: Place; hooks: Hooks };

/** How many steps a process makes before others have their turn. */
const mostSteps = 4000;

/**
 * Lets a process go on until it ends, sleeps, or waits for ever. It is changed in place: callers
 * hand over a copy.
 */
export function runThread(setting: Setting, thread: Thread, io: Io): void {
  thread.wake = null;
  for (let steps = 0; thread.done === null && thread.wake === null; steps++) {
    const frame = thread.frames.at(-1);
    if (frame === undefined) {
      // A shell at a terminal waits for its next line.
      if (thread.reads) return;
      end(thread, thread.status, io);
      return;
    }
    if (steps > mostSteps) {
      // A loop that never waits: it has used up its second.
      thread.wake = setting.m.state.now + 1000;
      return;
    }
    try {
      step(setting, thread, frame, io);
    } catch (error) {
      if (!(error instanceof ExpansionTrouble)) throw error;
      io.err(`${prefixOf(thread, 0)}${error.message}\n`);
      end(thread, thread.bash ? 127 : 2, io);
    }
    if (blocked.has(thread)) {
      blocked.delete(thread);
      return;
    }
  }
}

/** Processes that wait for ever, marked by the step that found out. */
const blocked = new WeakSet<Thread>();

function end(thread: Thread, status: number, _io: Io): void {
  thread.frames = [];
  thread.done = status;
}

function step(setting: Setting, thread: Thread, frame: Frame, io: Io): void {
  const { n } = frame;
  const push = (node: Node) => thread.frames.push({ n: node, i: 0 });
  const pop = () => thread.frames.pop();
  switch (n.k) {
    case "seq": {
      const next = n.l[frame.i++];
      if (next === undefined) pop();
      else push(next);
      return;
    }
    case "and":
    case "or":
      if (frame.i++ === 0) push(n.a);
      else {
        pop();
        if ((thread.status === 0) === (n.k === "and")) push(n.b);
      }
      return;
    case "not":
      if (frame.i++ === 0) push(n.a);
      else {
        thread.status = thread.status === 0 ? 1 : 0;
        pop();
      }
      return;
    case "if":
      if (frame.i++ === 0) push(n.c);
      else {
        pop();
        if (thread.status === 0) push(n.t);
        else if (n.e) push(n.e);
        else thread.status = 0;
      }
      return;
    case "while":
      stepWhile(thread, frame, n);
      return;
    case "for":
      stepFor(setting, thread, frame, n, io);
      return;
    default:
      pop();
      runNode(setting, thread, n, io);
  }
}

function stepWhile(thread: Thread, frame: Frame, n: Node & { k: "while" }): void {
  if (frame.i === 0) {
    frame.i = 1;
    thread.frames.push({ n: n.c, i: 0 });
  } else if (frame.i === 1) {
    if ((thread.status === 0) !== n.until) {
      frame.i = 0;
      thread.frames.push({ n: n.b, i: 0 });
    } else {
      thread.frames.pop();
      thread.status = 0;
    }
  }
}

function stepFor(
  setting: Setting,
  thread: Thread,
  frame: Frame,
  n: Node & { k: "for" },
  io: Io,
): void {
  frame.l ??= n.w.flatMap((word) => expandWord(expander(setting, thread, io), word));
  const value = frame.l[frame.i++];
  if (value === undefined) thread.frames.pop();
  else {
    thread.vars[n.v] = value;
    thread.frames.push({ n: n.b, i: 0 });
  }
}

export function expander(setting: Setting, thread: Thread, io: Io): Expander {
  const run = (script: string) => {
    let out = "";
    const inner: Io = { out: (text) => (out += text), err: io.err, stdin: io.stdin };
    const child = copyThread(thread);
    child.frames = [{ n: readScript(script), i: 0 }];
    runInner(setting, thread, child, inner);
    thread.status = child.done ?? 0;
    return out;
  };
  return { m: setting.m, place: setting.place, thread, run };
}

/** Runs a part that has an end of its own at once, waiting for it where the place can wait. */
export function runInner(setting: Setting, parent: Thread, child: Thread, io: Io): void {
  child.done = null;
  child.wake = null;
  child.service = null;
  for (;;) {
    runThread(setting, child, io);
    if (child.done !== null) break;
    if (child.wake === null) {
      waitForEver(setting, parent, child);
      break;
    }
    const { m, place, hooks } = setting;
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

function waitForEver({ m, place, hooks }: Setting, parent: Thread, child: Thread): void {
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

function runNode(setting: Setting, thread: Thread, n: Node, io: Io): void {
  switch (n.k) {
    case "cmd":
      runCommand(setting, thread, n, io);
      return;
    case "argv":
      runProgram(setting, thread, n.a, io, environmentOf(thread), 0);
      return;
    case "pipe":
      runPipe(setting, thread, n.l, io);
      return;
    case "bg":
      runBackground(setting, thread, n.a, io);
      return;
    case "group":
      runGroup(setting, thread, n, io);
      return;
    case "fn":
      thread.fns[n.n] = n.b;
      thread.status = 0;
      return;
    case "case": {
      const x = expander(setting, thread, io);
      const subject = expandText(x, n.w);
      const arm = n.arms.find(({ p }) =>
        p.some((word) => {
          const { source } = globExpression(expandPattern(x, word));
          return new RegExp(source.replaceAll("[^/]", "[^]"), "s").test(subject);
        }),
      );
      thread.status = 0;
      if (arm) thread.frames.push({ n: arm.b, i: 0 });
      return;
    }
    case "time":
      runTimed(setting, thread, n.a, io);
      return;
    default:
      thread.frames.push({ n, i: 0 });
  }
}

function runTimed(setting: Setting, thread: Thread, a: Node, io: Io): void {
  const from = setting.m.state.now;
  runApart(setting, thread, a, io);
  const ms = setting.m.state.now - from;
  const span = `${Math.floor(ms / 60_000)}m${((ms % 60_000) / 1000).toFixed(3)}s`;
  io.err(`\nreal\t${span}\nuser\t0m0.020s\nsys\t0m0.015s\n`);
}

/** Runs a node to its end in this process, but not as frames of it. */
function runApart(setting: Setting, thread: Thread, a: Node, io: Io): void {
  const child = copyThread(thread);
  child.frames = [{ n: a, i: 0 }];
  runInner(setting, thread, child, io);
  thread.status = child.done ?? 0;
  Object.assign(thread.vars, child.vars);
  thread.cwd = child.cwd;
}

function runGroup(setting: Setting, thread: Thread, n: Node & { k: "group" }, io: Io): void {
  const child = copyThread(thread);
  child.frames = [{ n: n.b, i: 0 }];
  const opened = openRedirections(expander(setting, thread, io), n.r, io, 0);
  if (opened === null) {
    thread.status = 1;
    return;
  }
  runInner(setting, thread, child, opened.io);
  opened.close();
  thread.status = child.done ?? 0;
  if (n.sub) return;
  thread.vars = child.vars;
  thread.exported = child.exported;
  thread.cwd = child.cwd;
  thread.fns = child.fns;
  settleDebt(setting, thread);
}

/** What was slept in a part that could not wait is slept now. */
function settleDebt({ m, place }: Setting, thread: Thread): void {
  if (place.container === null || thread.debt === 0) return;
  thread.wake = m.state.now + thread.debt;
  thread.debt = 0;
}

function runPipe(setting: Setting, thread: Thread, l: readonly Node[], io: Io): void {
  let stdin: Input = io.stdin;
  l.forEach((node, index) => {
    const last = index === l.length - 1;
    let out = "";
    const inner: Io = { out: last ? io.out : (text) => (out += text), err: io.err, stdin };
    const child = copyThread(thread);
    child.frames = [{ n: node, i: 0 }];
    const piped = setting.m.tty;
    setting.m.reader = firstWord(l[index + 1]);
    if (!last) setting.m.tty = false;
    runInner(setting, thread, child, inner);
    setting.m.tty = piped;
    setting.m.reader = "";
    thread.status = child.done ?? 0;
    if (!last && stopsEarly(l[index + 1]) && out.split("\n").length > 2 && isEngineRun(node)) {
      io.err("write /dev/stdout: broken pipe\n");
    }
    stdin = { text: out };
  });
  settleDebt(setting, thread);
}

/** A reader that goes away after the first lines. */
const firstWord = (node: Node | undefined): string => {
  const piece = node?.k === "cmd" ? node.w[0]?.[0] : undefined;
  return piece?.k === "s" ? piece.x : "";
};
const stopsEarly = (node: Node | undefined): boolean => firstWord(node) === "head";
/** A container whose words come one by one, so that the client notices that nobody reads on. */
function isEngineRun(node: Node): boolean {
  if (node.k !== "cmd" || firstWord(node) !== "docker") return false;
  const words = node.w.map((word) => word.map((piece) => ("x" in piece ? piece.x : "")).join(""));
  return words.includes("run") && words.includes("ping");
}

function runBackground(setting: Setting, thread: Thread, a: Node, io: Io): void {
  const child = copyThread(thread);
  child.frames = [{ n: a, i: 0 }];
  runThread(setting, child, io);
  if (child.service) {
    thread.service = { ...child.service, child: child.child };
    thread.jobs.push(null);
  } else thread.jobs.push(child.done !== null ? setting.m.state.now : child.wake);
  thread.status = 0;
}

function runCommand(setting: Setting, thread: Thread, n: Node & { k: "cmd" }, io: Io): void {
  const x = expander(setting, thread, io);
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
  runProgram(setting, thread, words, opened.io, env, n.ln);
  if (assigned.length > 0) thread.vars = saved;
  opened.close();
}

function runProgram(
  setting: Setting,
  thread: Thread,
  args: readonly string[],
  io: Io,
  env: Readonly<Record<string, string>>,
  line: number,
): void {
  const name = args[0] ?? "";
  const invoke: Call["invoke"] = (words, other = {}) => {
    const child = copyThread(thread);
    child.vars = { ...child.vars, ...env };
    child.frames = [{ n: { k: "argv", a: words }, i: 0 }];
    runInner(setting, thread, child, { ...io, ...other });
    return child.done ?? 0;
  };
  const call: Call = { ...io, ...setting, thread, args, env, invoke };
  const fn = thread.fns[name];
  if (fn !== undefined) {
    const saved = thread.args;
    const child = copyThread(thread);
    child.args = args.slice(1);
    child.frames = [{ n: fn, i: 0 }];
    runInner(setting, thread, child, io);
    thread.status = child.done ?? 0;
    thread.vars = child.vars;
    thread.args = saved;
    settleDebt(setting, thread);
    return;
  }
  const builtin = builtins.get(name);
  if (builtin !== undefined) {
    take(setting, thread, builtin(call, line), io, args);
    return;
  }
  const found = findProgram(setting.m, setting.place, name, env.PATH ?? "", thread.cwd);
  if (found.kind === "tool")
    take(setting, thread, found.tool({ ...call, args: found.args(args) }), io, args);
  else if (found.kind === "script") runScript(setting, thread, found.text, found.path, args, io);
  else {
    io.err(`${prefixOf(thread, line)}${notRun(setting, thread, name, found.kind)}\n`);
    thread.status = found.kind === "missing" ? 127 : 126;
  }
}

function notRun({ m, place }: Setting, thread: Thread, name: string, kind: string): string {
  if (kind === "denied") {
    const folder = fileAt(m, place, fullPath(name, thread.cwd))?.t === "d";
    return folder && thread.bash ? `${name}: Is a directory` : `${name}: Permission denied`;
  }
  if (name.includes("/") && thread.bash) return `${name}: No such file or directory`;
  return thread.bash ? `${name}: command not found` : `${name}: not found`;
}

function runScript(
  setting: Setting,
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
  if (thread.frames.length === 0 && setting.place.container !== null) {
    Object.assign(thread, { ...child, title: `/bin/sh ${path} ${args.slice(1).join(" ")}`.trim() });
    return;
  }
  runInner(setting, thread, child, io);
  thread.status = child.done ?? 0;
  settleDebt(setting, thread);
}

/** What becomes of a process by what a program of its did. */
function take(
  setting: Setting,
  thread: Thread,
  outcome: Outcome,
  io: Io,
  args: readonly string[],
): void {
  const { m, place } = setting;
  if (typeof outcome === "number") {
    thread.status = outcome;
    if (place.container !== null) settleDebt(setting, thread);
    if (thread.strict && outcome !== 0 && thread.frames.every(({ n }) => n.k === "seq"))
      end(thread, outcome, io);
  } else if ("sleep" in outcome) {
    thread.status = 0;
    thread.child = args.join(" ");
    thread.wake = m.state.now + outcome.sleep + thread.debt;
    thread.debt = 0;
  } else if ("exit" in outcome) end(thread, outcome.exit, io);
  else if ("service" in outcome) {
    thread.service = outcome.service;
    thread.child = args.join(" ");
    blocked.add(thread);
  } else if ("hang" in outcome) blocked.add(thread);
  else if ("signal" in outcome) {
    // Killed for want of memory, as the kernel does it.
    if (outcome.signal === "OOM") thread.child = "oom";
    end(thread, 137, io);
  } else if ("run" in outcome) runShell(setting, thread, outcome, io);
  else become(setting, thread, outcome.exec, io);
}

/** `sh -c …` and the like: a shell of its own, which ends before this one goes on. */
function runShell(
  setting: Setting,
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
  if (thread.frames.length === 0 && setting.place.container !== null) {
    // The last thing that this process does: it goes on as that shell.
    Object.assign(thread, { ...child, title: thread.title, jobs: thread.jobs, traps: {} });
    return;
  }
  runInner(setting, thread, child, io);
  thread.status = child.done ?? 0;
  settleDebt(setting, thread);
}

/** `exec`: another program in the place of this one. */
function become(setting: Setting, thread: Thread, args: readonly string[], io: Io): void {
  const env = environmentOf(thread);
  const found = findProgram(setting.m, setting.place, args[0] ?? "", env.PATH ?? "", thread.cwd);
  if (found.kind === "missing" || found.kind === "denied") {
    io.err(`${prefixOf(thread, 0)}exec: ${args[0]}: not found\n`);
    end(thread, 127, io);
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
