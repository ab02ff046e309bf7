import { fullPath } from "#core/engine/files/paths";
import type { Thread } from "#core/engine/process/types";
import { runThread } from "#core/engine/shell/run-thread";
import { changeContainer, hostOf, type Machine, now, refuse } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { waitUntil } from "./clock";
import { accountOf, environment, innerHooks, startTrouble, threadFor } from "./process";
import { tellOf } from "./tell-of";

export type ExecWish = {
  argv: readonly string[];
  env?: readonly string[];
  workdir?: string;
  user?: string;
  detached?: boolean;
  stdin?: string;
  tty?: boolean;
};

export type Executed = { out: string; err: string; exit: number; thread: Thread | null };

/** Refuses where no second process can be started. */
export function checkExec({ id, name, status }: Container): void {
  if (status === "paused") refuse(`Container ${name} is paused, unpause the container before exec`);
  if (status === "restarting")
    refuse(`Container ${id} is restarting, wait until the container is running`);
  if (status !== "running") refuse(`container ${id} is not running`);
}

/** Starts one more process in a running container and waits for it, unless it is detached. */
export function execIn(
  m: Machine,
  host: string,
  container: Container,
  wish: ExecWish,
  terminal = false,
): Executed {
  checkExec(container);
  const place = { host, container: container.id };
  const { user, home } = accountOf(m, place, wish.user ?? container.config.user);
  const extra = wish.tty ? ["TERM=xterm", ...(wish.env ?? [])] : (wish.env ?? []);
  const vars = environment(container, home, extra);
  const cwd = fullPath(wish.workdir ?? (container.config.workdir || "/"));
  const trouble = startTrouble(m, place, wish.argv, vars.PATH ?? "", cwd);
  if (trouble !== null) {
    const text = `OCI runtime exec failed: exec failed: unable to start container process: ${trouble.message}\n`;
    return {
      out: wish.detached ? "" : text,
      err: wish.detached ? text : "",
      exit: trouble.exit,
      thread: null,
    };
  }
  tellOf(m, host, container, `exec_start: ${wish.argv.join(" ")}`);
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    stdin: { text: wish.stdin ?? "", terminal },
  };
  const thread = threadFor(wish.argv, user, vars, cwd);
  const setting = { m, place, hooks: innerHooks };
  const isUp = () => hostOf(m, host).containers[container.id]?.status === "running";
  runThread(setting, thread, io);
  if (wish.detached) {
    if (thread.done === null) addExtra(m, host, container, thread);
    return { out: "", err: "", exit: 0, thread };
  }
  while (thread.done === null && isUp()) {
    const wake = thread.wake ?? Number.POSITIVE_INFINITY;
    const limit = Math.min(wake, m.deadline);
    if (limit === Number.POSITIVE_INFINITY) break;
    waitUntil(m, () => !isUp(), limit);
    if (limit === m.deadline) break;
    runThread(setting, thread, io);
  }
  if (thread.done === null) {
    if (thread.wake === null && m.deadline === Number.POSITIVE_INFINITY && isUp())
      addExtra(m, host, container, thread);
    return { out, err, exit: isUp() ? 130 : 137, thread };
  }
  return { out, err, exit: thread.done, thread };
}

function addExtra(m: Machine, host: string, { id }: Container, thread: Thread): void {
  const extras = hostOf(m, host).containers[id]?.extras ?? [];
  const pid = 7 + extras.length * 6 + Math.floor(now(m) % 5);
  changeContainer(m, host, id, { extras: [...extras, { pid, thread }] });
}
