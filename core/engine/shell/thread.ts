import type { Frame, Node, Thread } from "#core/engine/process/types";

/** A copy of a process that can be changed; what was read of its script is shared. */
export function copyThread(thread: Thread): Thread {
  return {
    ...thread,
    frames: thread.frames.map((frame) => (frame.l ? { ...frame, l: [...frame.l] } : { ...frame })),
    vars: { ...thread.vars },
    exported: [...thread.exported],
    fns: { ...thread.fns },
    traps: { ...thread.traps },
    args: [...thread.args],
    jobs: [...thread.jobs],
  };
}

export type NewThread = {
  vars: Readonly<Record<string, string>>;
  cwd: string;
  user: string;
  name?: string;
  args?: readonly string[];
  bash?: boolean;
  title?: string;
};

export function newThread(
  node: Node,
  { vars, cwd, user, name = "sh", args = [], bash = false, title = "" }: NewThread,
): Thread {
  const frames: Frame[] = [{ n: node, i: 0 }];
  return {
    frames,
    vars: { ...vars },
    exported: Object.keys(vars),
    fns: {},
    traps: {},
    args: [...args],
    name,
    cwd,
    user,
    status: 0,
    wake: null,
    done: null,
    title,
    child: "",
    service: null,
    reads: false,
    strict: false,
    jobs: [],
    debt: 0,
    bash,
  };
}

/** Ends a process with its exit code. */
export function endThread(thread: Thread, status: number): void {
  thread.frames = [];
  thread.done = status;
}

/** What a process has in its environment. */
export function environmentOf({ vars, exported }: Thread): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name of exported) {
    const value = vars[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** How the shell begins a message: "bash: line 2: ", "sh: line 0: ". */
export function prefixOf(thread: Thread, line: number, command = ""): string {
  const named = command === "" ? "" : `${command}: `;
  if (thread.bash) return thread.reads ? `bash: ${named}` : `bash: line ${line + 2}: ${named}`;
  return thread.reads ? `${thread.name}: ${named}` : `${thread.name}: ${named}line ${line}: `;
}
