import { fileAt, putFile, readText, writeTrouble } from "#core/engine/files/file-system";
import { fullPath, parentOf } from "#core/engine/files/paths";
import type { Io } from "#core/engine/process/call";
import type { Redirection } from "#core/engine/process/types";
import { type Expander, expandText } from "./expand";
import { prefixOf } from "./thread";

type Opened = { io: Io; close: () => void };

/** Files written by a command: their text is put when it has ended. */
type Target = { path: string; text: string };

/** Opens what a command is redirected to; null after saying why that cannot be. */
export function openRedirections(
  x: Expander,
  list: readonly Redirection[],
  io: Io,
  line: number,
): Opened | null {
  const { m, place, thread } = x;
  const opened: Io = { ...io };
  const targets: Target[] = [];
  for (const { fd, op, to } of list) {
    const value = expandText(x, to);
    if (op === "<<" || op === "<<-" || op === "<<<") {
      opened.stdin = { text: op === "<<<" ? `${value}\n` : value };
      continue;
    }
    if (op === ">&" || op === "<&") {
      duplicate(opened, fd, value);
      continue;
    }
    const path = fullPath(value, thread.cwd);
    const trouble = op === "<" ? readTrouble(x, path) : whyNotWritten(x, path);
    if (trouble !== null) {
      io.err(`${prefixOf(thread, line)}${told(thread.bash, op, value, trouble)}\n`);
      return null;
    }
    if (op === "<") opened.stdin = { text: readText(m, place, path) ?? "" };
    else {
      const write = writer(x, path, op.includes(">>"), targets, io);
      if (op.startsWith("&")) {
        opened.out = write;
        opened.err = write;
      } else if (fd === 2) opened.err = write;
      else opened.out = write;
    }
  }
  const close = () => {
    for (const { path, text } of targets) {
      const old = fileAt(m, place, path);
      putFile(m, place, path, old?.t === "f" ? { ...old, x: text } : owned(text, thread.user));
    }
  };
  return { io: opened, close };
}

const owned = (x: string, user: string) =>
  user === "" || user === "root" ? ({ t: "f", x } as const) : ({ t: "f", x, u: user } as const);

function duplicate(io: Io, fd: number, value: string): void {
  if (fd === 2 && value === "1") io.err = io.out;
  else if (fd === 1 && value === "2") io.out = io.err;
  else if (value === "-" && fd === 0) io.stdin = { text: "" };
  else if (value === "-") {
    if (fd === 2) io.err = () => {};
    else io.out = () => {};
  }
}

function writer({ m, place }: Expander, path: string, append: boolean, targets: Target[], io: Io) {
  if (path === "/dev/null") return () => {};
  if (path === "/dev/stdout" || path === "/proc/1/fd/1") return io.out;
  if (path === "/dev/stderr" || path === "/proc/1/fd/2") return io.err;
  if (path === "/dev/tty") return io.out;
  const target = { path, text: append ? (readText(m, place, path) ?? "") : "" };
  targets.push(target);
  // The file is there, and empty, from the beginning.
  if (!append && fileAt(m, place, path)?.t === "f") putFile(m, place, path, { t: "f", x: "" });
  return (text: string) => {
    target.text += text;
  };
}

function readTrouble({ m, place }: Expander, path: string): string | null {
  if (path.startsWith("/dev/")) return null;
  return fileAt(m, place, path) === null ? "no such file" : null;
}

function whyNotWritten({ m, place, thread }: Expander, path: string): string | null {
  if (path.startsWith("/dev/") || path.startsWith("/proc/")) return null;
  if (fileAt(m, place, path)?.t === "d") return "Is a directory";
  if (fileAt(m, place, parentOf(path))?.t !== "d") return "nonexistent directory";
  return writeTrouble(m, place, path, thread.user);
}

function told(bash: boolean, op: string, value: string, trouble: string): string {
  if (bash) {
    const why = /no such|nonexistent/.test(trouble) ? "No such file or directory" : trouble;
    return `${value}: ${why}`;
  }
  return op === "<" ? `can't open ${value}: ${trouble}` : `can't create ${value}: ${trouble}`;
}
