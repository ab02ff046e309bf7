import type { Ctx } from "#core/engine/client/context";
import { waitUntil } from "#core/engine/containers/clock";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { signalContainer } from "#core/engine/containers/signal-container";
import { beginsWith, typeAll } from "#core/engine/containers/terminal";
import { hostOf, notModelled, now, put } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";

const endless = Number.POSITIVE_INFINITY;

/** How long a learner looks on before Ctrl-C, where nothing else ends the waiting. */
const patience = 3000;

/** Passes what a container says on to the client until `stop` is called. */
export function hear(ctx: Ctx, id: string): () => void {
  listen(ctx.m, id, (from, text) => (from === "o" ? ctx.out(text) : ctx.err(text)));
  return () => listen(ctx.m, id, null);
}

/** Waits with the client for a container that it is attached to; its exit code. */
export function waitAttached(ctx: Ctx, id: string): number {
  const { m, host } = ctx;
  let last: Container | undefined = hostOf(m, host).containers[id];
  const isOver = () => {
    const current = hostOf(m, host).containers[id];
    if (current !== undefined && isUp(current)) {
      last = current;
      return false;
    }
    last = current ?? last;
    return true;
  };
  const codeOf = () => exitOf(ctx, id, last);
  if (isOver()) return codeOf();
  if (last?.thread?.reads && m.tty) return converse(ctx, last, 1);
  const limit = m.deadline === endless ? now(m) + (m.tty ? patience : 90_000) : m.deadline;
  if (waitUntil(m, isOver, limit)) return codeOf();
  if (m.deadline === endless && !m.tty)
    return notModelled("the program runs until it is stopped, and nobody stops it");
  if (m.signal === "KILL") return 137;
  if (m.tty && m.deadline === endless) ctx.out("^C");
  signalContainer(m, host, id, m.signal === "TERM" ? "TERM" : "INT");
  waitUntil(m, isOver, now(m) + 300);
  return isOver() ? codeOf() : 130;
}

/** With --rm the container is gone when its code is asked for; its last word was `die`. */
function exitOf({ m, host }: Ctx, id: string, last: Container | undefined): number {
  const current = hostOf(m, host).containers[id];
  if (current !== undefined) return current.exit;
  const told = hostOf(m, host)
    .told.filter((one) => one.id === id && one.action === "die")
    .at(-1);
  return Number(told?.attributes.exitCode ?? last?.exit ?? 0);
}

/** Connects the terminal to a shell: for what is typed along, or from now on. */
export function converse(ctx: Ctx, container: Container, pid: number): number {
  const { m, host, out } = ctx;
  const attached = { container: container.id, pid };
  if (m.typed !== null) {
    const typed = m.typed;
    m.typed = "";
    const { text, exit } = typeAll(m, host, attached, typed);
    out(text);
    return exit;
  }
  const thread =
    pid === 1 ? container.thread : container.extras.find((one) => one.pid === pid)?.thread;
  put(m, ["hosts", host, "attached"], attached);
  if (thread) out(beginsWith(thread));
  return 0;
}
