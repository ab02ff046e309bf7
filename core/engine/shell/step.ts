import type { Io } from "#core/engine/process/call";
import type { Frame, Node, Thread } from "#core/engine/process/types";
import { expandWord } from "./expand";
import { expander } from "./expander";
import { runNode } from "./run-node";
import type { Shell } from "./setting";

/** One step of a process: of a loop or a choice, or a command as a whole. */
export function step(shell: Shell, thread: Thread, frame: Frame, io: Io): void {
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
      stepFor(shell, thread, frame, n, io);
      return;
    default:
      pop();
      runNode(shell, thread, n, io);
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

function stepFor(shell: Shell, thread: Thread, frame: Frame, n: Node & { k: "for" }, io: Io): void {
  frame.l ??= n.w.flatMap((word) => expandWord(expander(shell, thread, io), word));
  const value = frame.l[frame.i++];
  if (value === undefined) thread.frames.pop();
  else {
    thread.vars[n.v] = value;
    thread.frames.push({ n: n.b, i: 0 });
  }
}
