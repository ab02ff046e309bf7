import { fileAt, type Place, readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Hooks, Io } from "#core/engine/process/call";
import type { Thread } from "#core/engine/process/types";
import { runThread } from "#core/engine/shell/run-thread";
import { copyThread, newThread } from "#core/engine/shell/thread";
import {
  addLog,
  changeContainer,
  hostOf,
  type Machine,
  now,
  refuse,
} from "#core/engine/state/machine";
import { findProgram } from "#core/engine/tools/find-program";
import type { Container, LogLine } from "#core/engine/types";

/** In a container nothing calls docker, and nobody can wait but by sleeping. */
export const innerHooks: Hooks = { advance: () => {}, docker: () => 127 };

/** Who listens to what containers say, by container: clients that are attached. */
export const listeners = new WeakMap<
  Machine,
  Map<string, (from: "o" | "e", text: string) => void>
>();

export function listen(
  m: Machine,
  id: string,
  hear: ((from: "o" | "e", text: string) => void) | null,
): void {
  const map = listeners.get(m) ?? new Map();
  if (hear === null) map.delete(id);
  else map.set(id, hear);
  listeners.set(m, map);
}

const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** A user of a container: its name, and its home; refuses one that no file knows. */
export function accountOf(m: Machine, place: Place, user: string): { user: string; home: string } {
  const [name = ""] = user.split(":");
  const lines = (readText(m, place, "/etc/passwd") ?? "")
    .split("\n")
    .map((line) => line.split(":"));
  if (name === "" || name === "root" || name === "0") return { user: "root", home: "/root" };
  const found = lines.find(([one, , id]) => one === name || id === name);
  if (!found && !/^\d+$/.test(name))
    refuse(`unable to find user ${name}: no matching entries in passwd file`);
  return { user: found?.[0] ?? name, home: found?.[5] ?? "/" };
}

/** The environment that a process of a container has, in the order in which it is given. */
export function environment(
  container: Container,
  home: string,
  more: readonly string[] = [],
): Record<string, string> {
  const own = container.config.env;
  const path = own.find((one) => one.startsWith("PATH="))?.slice(5) ?? defaultPath;
  const result: Record<string, string> = { PATH: path, HOSTNAME: container.config.hostname };
  if (container.config.tty) result.TERM = "xterm";
  for (const one of [...own, ...more]) {
    const at = one.indexOf("=");
    if (at > 0) result[one.slice(0, at)] = one.slice(at + 1);
  }
  return { ...result, HOME: result.HOME ?? home };
}

/** Why the first program of a container cannot be started, in runc's words; null if it can. */
export function startTrouble(
  m: Machine,
  place: Place,
  argv: readonly string[],
  path: string,
  cwd: string,
): { message: string; exit: number } | null {
  const [name = ""] = argv;
  const found = findProgram(m, place, name, path, cwd);
  if (found.kind === "tool" || found.kind === "script") return null;
  const slashed = name.includes("/");
  const node = slashed ? fileAt(m, place, fullPath(name, cwd)) : null;
  const quoted = JSON.stringify(name);
  if (node?.t === "d")
    return { message: `exec: ${quoted}: is a directory: permission denied`, exit: 126 };
  if (node !== null || found.kind === "denied")
    return { message: `exec: ${quoted}: permission denied`, exit: 126 };
  if (slashed)
    return { message: `exec: ${quoted}: stat ${name}: no such file or directory`, exit: 127 };
  return { message: `exec: ${quoted}: executable file not found in $PATH`, exit: 127 };
}

/** A process for a container's words. */
export function threadFor(
  argv: readonly string[],
  user: string,
  vars: Record<string, string>,
  cwd: string,
): Thread {
  return newThread({ k: "argv", a: argv }, { vars, cwd, user, title: argv.join(" "), bash: false });
}

/** Splits what was said into lines of a log, the break with each. */
function logLines(at: number, from: "o" | "e", text: string): LogLine[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => ({ at, from, text: line }));
}

/** Connects a process to the log of its container, and to whoever listens. */
export function containerIo(
  m: Machine,
  host: string,
  id: string,
  stdin: string,
  logged: boolean,
  terminal = false,
): Io & { flush: () => void } {
  const chunks: ["o" | "e", string][] = [];
  const say = (from: "o" | "e") => (text: string) => {
    if (text === "") return;
    const last = chunks.at(-1);
    if (last && last[0] === from) last[1] += text;
    else chunks.push([from, text]);
  };
  const flush = () => {
    const container = hostOf(m, host).containers[id];
    for (const [from, text] of chunks.splice(0)) {
      const side = container?.config.tty ? "o" : from;
      if (logged && container) addLog(m, host, id, logLines(now(m), side, text));
      listeners.get(m)?.get(id)?.(side, text);
    }
  };
  return { out: say("o"), err: say("e"), stdin: { text: stdin, terminal }, flush };
}

/** Lets the first process of a container go on. Its end is told to `ended`. */
export function goOn(
  m: Machine,
  host: string,
  container: Container,
  stdin: string,
  ended: (exit: number, oom: boolean) => void,
): string {
  if (container.thread === null) return stdin;
  const thread = copyThread(container.thread);
  const { tty, stdin: open } = container.config;
  const io = containerIo(
    m,
    host,
    container.id,
    stdin,
    container.host.logDriver !== "none",
    tty && open,
  );
  const limit = container.host.pids;
  runThread({ m, place: { host, container: container.id }, hooks: innerHooks }, thread, io);
  if (limit > 0 && thread.jobs.length + 1 > limit) {
    thread.done = 2;
    io.err(`${thread.name}: line 0: can't fork: Resource temporarily unavailable\n`);
  }
  io.flush();
  changeContainer(m, host, container.id, { thread });
  if (thread.done !== null) ended(thread.done, thread.done === 137 && thread.child === "oom");
  return io.stdin.text;
}
