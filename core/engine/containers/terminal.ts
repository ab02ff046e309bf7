import type { Io } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import { readScript } from "#core/engine/shell/read-script";
import { SyntaxTrouble } from "#core/engine/shell/read-words";
import { runThread } from "#core/engine/shell/run-thread";
import { copyThread, prefixOf } from "#core/engine/shell/thread";
import { changeContainer, hostOf, type Machine, put } from "#core/engine/state/machine";
import type { Attached, Container } from "#core/engine/types";
import { advance } from "./clock";
import { ended } from "./ended";
import { innerHooks } from "./process";

/** What busybox's shell says when it begins at a terminal. */
const greeting =
  "\n\nBusyBox v1.38.0 (Debian 1:1.38.0-3+b1) built-in shell (ash)\nEnter 'help' for a list of built-in commands.\n\n";

/** Whom the terminal is connected to: the first process, or one of `exec`. */
function threadOf(container: Container, pid: number): Thread | null {
  return pid === 1
    ? container.thread
    : (container.extras.find((one) => one.pid === pid)?.thread ?? null);
}

function putThread(
  m: Machine,
  host: string,
  container: Container,
  pid: number,
  thread: Thread | null,
): void {
  if (pid === 1) changeContainer(m, host, container.id, { thread });
  else {
    const others = container.extras.filter((one) => one.pid !== pid);
    const extras = thread === null ? others : [...others, { pid, thread }];
    changeContainer(m, host, container.id, { extras });
  }
}

/** What the shell in the terminal shows before the cursor. */
export function shellPrompt(container: Container, thread: Thread): string {
  const sign = thread.user === "root" ? "#" : "$";
  if (!thread.bash) return `${thread.cwd} ${sign} \u001b[6n`;
  const home = thread.vars.HOME ?? "/root";
  const cwd = thread.cwd === home ? "~" : thread.cwd;
  return `${thread.user}@${container.config.hostname}:${cwd}${sign} `;
}

export const beginsWith = (thread: Thread): string => (thread.bash ? "" : greeting);

export type Typed = { text: string; exit: number | null };

function runLine(
  m: Machine,
  host: string,
  container: Container,
  thread: Thread,
  line: string,
  io: Io,
): void {
  try {
    thread.frames = [{ n: readScript(line), i: 0 }];
  } catch (error) {
    if (!(error instanceof SyntaxTrouble)) throw error;
    io.err(`${prefixOf(thread, 0)}${error.message}\n`);
    return;
  }
  const setting = { m, place: { host, container: container.id }, hooks: innerHooks };
  for (;;) {
    runThread(setting, thread, io);
    if (thread.done !== null || thread.wake === null || thread.frames.length === 0) break;
    if (thread.wake > m.deadline) break;
    advance(m, thread.wake);
  }
  // What waits for ever is ended by Ctrl-C.
  if (thread.done === null && thread.frames.length === 0 && thread.service !== null)
    thread.service = null;
  thread.frames = [];
  thread.wake = null;
}

/** Types a line into the shell that the terminal is connected to; null is the end of input. */
export function typeLine(
  m: Machine,
  host: string,
  { container: id, pid }: Attached,
  line: string | null,
): Typed {
  const container = hostOf(m, host).containers[id];
  const before = container && threadOf(container, pid);
  if (!container || !before) {
    put(m, ["hosts", host, "attached"], null);
    return { text: "", exit: 137 };
  }
  const thread = copyThread(before);
  let text = "";
  const say = (words: string) => {
    text += words;
  };
  const io: Io = { out: say, err: say, stdin: { text: "", terminal: true } };
  if (line === null) {
    say(thread.bash ? "exit\n" : "\n");
    thread.done = thread.status;
  } else runLine(m, host, container, thread, line, io);
  const fresh = hostOf(m, host).containers[id];
  if (!fresh) return { text, exit: thread.done ?? 137 };
  putThread(m, host, fresh, pid, thread.done === null ? thread : null);
  if (thread.done !== null) {
    put(m, ["hosts", host, "attached"], null);
    if (thread.bash && line !== null) text = `exit\n${text}`;
    if (pid === 1) {
      changeContainer(m, host, id, { thread });
      ended(m, host, id, thread.done);
    }
  }
  return { text, exit: thread.done };
}

/** Types everything at once, up to the end of input, and says what the terminal shows. */
export function typeAll(
  m: Machine,
  host: string,
  attached: Attached,
  typed: string,
): { text: string; exit: number } {
  let shown = "";
  const lines = typed.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const current = () => {
    const container = hostOf(m, host).containers[attached.container];
    const thread = container && threadOf(container, attached.pid);
    return container && thread ? { container, thread } : null;
  };
  const first = current();
  if (first) shown += beginsWith(first.thread);
  for (const line of [...lines, null]) {
    const now = current();
    if (now === null) break;
    shown += shellPrompt(now.container, now.thread);
    const isEnd = line === null || line === "\u0004";
    if (!isEnd) shown += `${line}\n`;
    const { text, exit } = typeLine(m, host, attached, isEnd ? null : line);
    shown += text;
    if (exit !== null) return { text: shown, exit };
  }
  return { text: shown, exit: 0 };
}
