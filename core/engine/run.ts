import "./commands/all";
import { hostHooks } from "./client/docker";
import { ClientRefusal } from "./client/words";
import { advance as advanceTo } from "./containers/clock";
import { shellPrompt, typeLine } from "./containers/terminal";
import type { Io } from "./process/call";
import type { Thread } from "./process/types";
import { readScript } from "./shell/read-script";
import { SyntaxTrouble } from "./shell/read-words";
import { runThread } from "./shell/run-thread";
import { newThread } from "./shell/thread";
import {
  hostOf,
  type Machine,
  NotModelled,
  now,
  put,
  Refusal,
  setClock,
  startMachine,
} from "./state/machine";
import type { Event, Line, Result, State } from "./types";

/** How long a command of the shell takes by itself, in milliseconds. */
const shellMs = 5;

function shellOf(m: Machine): Thread {
  const { shell } = hostOf(m);
  const thread = newThread(
    { k: "seq", l: [] },
    { vars: shell.vars, cwd: shell.cwd, user: "root", name: "bash", bash: true },
  );
  thread.exported = [...shell.exported];
  thread.status = shell.status;
  return thread;
}

function keepShell(m: Machine, thread: Thread): void {
  const { shell } = hostOf(m);
  const next = {
    cwd: thread.cwd,
    vars: thread.vars,
    exported: thread.exported,
    status: thread.done ?? thread.status,
  };
  if (JSON.stringify(shell) !== JSON.stringify(next)) put(m, ["hosts", m.host, "shell"], next);
}

/** Plays a script at the shell of the host; its exit code. */
function runScript(m: Machine, text: string, io: Io): number {
  const thread = shellOf(m);
  try {
    thread.frames = [{ n: readScript(text), i: 0 }];
  } catch (error) {
    if (!(error instanceof SyntaxTrouble)) throw error;
    io.err(`bash: ${m.tty ? "" : "line 2: "}${error.message}\n`);
    return 2;
  }
  const setting = { m, place: { host: m.host, container: null }, hooks: hostHooks };
  for (;;) {
    runThread(setting, thread, io);
    if (thread.done !== null) break;
    if (thread.wake === null) {
      if (!m.tty) throw new NotModelled("this would wait for ever");
      thread.done = 130;
      break;
    }
    if (thread.wake > m.deadline) {
      thread.done = 130;
      break;
    }
    advanceTo(m, thread.wake);
  }
  setClock(m, now(m) + shellMs);
  keepShell(m, thread);
  return thread.done;
}

function typeAttached(m: Machine, text: string): { out: string; exit: number } {
  const { attached } = hostOf(m);
  if (attached === null) return { out: "", exit: 0 };
  const lines = text === "\u0004" ? [null] : text.split("\n");
  let out = "";
  for (const line of lines) {
    const typed = typeLine(m, m.host, attached, line === "\u0004" ? null : line);
    out += typed.text;
    if (typed.exit !== null) {
      put(m, ["hosts", m.host, "shell"], { ...hostOf(m).shell, status: typed.exit });
      return { out, exit: typed.exit };
    }
  }
  return { out, exit: 0 };
}

/** A failure of ours is told as what it is, and changes nothing. */
function failed(error: unknown): string {
  if (error instanceof NotModelled) return error.message;
  if (error instanceof Refusal || error instanceof ClientRefusal) return error.message;
  return `the engine has a fault here: ${error instanceof Error ? error.message : String(error)}`;
}

/**
 * Plays a line: everything that is due happens up to its moment, then the line itself. What is not
 * modelled is told in `unmodelled` and changes nothing. Never throws.
 */
export function run(state: State, line: Line): Result {
  const m = startMachine(state, line.host ?? "1");
  m.tty = line.tty ?? false;
  m.typed = line.typed ?? null;
  let stdout = "";
  let stderr = "";
  const io: Io = {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      // A terminal shows both where they come.
      if (m.tty) stdout += text;
      else stderr += text;
    },
    stdin: { text: "" },
  };
  try {
    if (m.state.hosts[m.host] === undefined) throw new NotModelled(`there is no host ${m.host}`);
    advanceTo(m, Math.max(line.at, now(m)));
    m.steps = 0;
    const from = now(m);
    let exit: number;
    if (hostOf(m).attached !== null) {
      const typed = typeAttached(m, line.text);
      stdout += typed.out;
      exit = typed.exit;
    } else exit = runScript(m, line.text, io);
    return { events: m.events, stdout, stderr, exit, ms: now(m) - from };
  } catch (error) {
    return { events: [], stdout: "", stderr: "", exit: 0, ms: 0, unmodelled: failed(error) };
  }
}

/** What happens by itself up to a moment, with no line typed. */
export function advance(state: State, at: number): readonly Event[] {
  const m = startMachine(state, "1");
  try {
    advanceTo(m, Math.max(at, now(m)));
    return m.events;
  } catch {
    return [];
  }
}

/** What stands before the cursor: the host's prompt, or that of the container's shell. */
export function prompt(state: State, host = "1"): string {
  const own = state.hosts[host];
  if (own === undefined) return "$ ";
  const container = own.attached && own.containers[own.attached.container];
  if (own.attached && container) {
    const { pid } = own.attached;
    const thread =
      pid === 1 ? container.thread : container.extras.find((one) => one.pid === pid)?.thread;
    if (thread) return shellPrompt(container, thread).replace("\u001b[6n", "");
  }
  const home = own.shell.vars.HOME ?? "/home/ada";
  const { cwd } = own.shell;
  const shown = cwd === home || cwd.startsWith(`${home}/`) ? `~${cwd.slice(home.length)}` : cwd;
  return `ada@${own.name}:${shown}$ `;
}

/** Whether a line needs the reader of Compose files (`compose/read-yaml`), which comes apart. */
export const usesYaml = (text: string): boolean =>
  /\bdocker(?:-| +)compose\b|\bstack +(?:deploy|up|config)\b/.test(text);
