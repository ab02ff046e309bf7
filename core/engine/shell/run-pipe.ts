import type { Input, Io } from "#core/engine/process/call";
import type { Node, Thread } from "#core/engine/process/types";
import { runInner, settleDebt } from "./run-inner";
import type { Shell } from "./setting";
import { copyThread } from "./thread";

/** Runs the parts of a pipe one after another, each with what the one before it said. */
export function runPipe(shell: Shell, thread: Thread, l: readonly Node[], io: Io): void {
  let stdin: Input = io.stdin;
  l.forEach((node, index) => {
    const last = index === l.length - 1;
    let out = "";
    const inner: Io = { out: last ? io.out : (text) => (out += text), err: io.err, stdin };
    const child = copyThread(thread);
    child.frames = [{ n: node, i: 0 }];
    const piped = shell.m.tty;
    shell.m.reader = firstWord(l[index + 1]);
    if (!last) shell.m.tty = false;
    runInner(shell, thread, child, inner);
    shell.m.tty = piped;
    shell.m.reader = "";
    thread.status = child.done ?? 0;
    if (!last && stopsEarly(l[index + 1]) && out.split("\n").length > 2 && isEngineRun(node)) {
      io.err("write /dev/stdout: broken pipe\n");
    }
    stdin = { text: out };
  });
  settleDebt(shell, thread);
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
