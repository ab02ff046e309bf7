import { runThread } from "#core/engine/shell/run-thread";
import { copyThread } from "#core/engine/shell/thread";
import { changeContainer, hostOf, type Machine, now, setClock } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { ended } from "./ended";
import { checkHealth } from "./health";
import { containerIo, goOn, innerHooks } from "./process";
import { restartDue } from "./start-container";

/** Something that happens at its moment. */
export type Due = { at: number; act: () => void };

/** The next thing that happens to a container by itself. */
function nextOf(m: Machine, host: string, container: Container): Due | null {
  const list: Due[] = [];
  const { id } = container;
  if (container.status === "running") {
    const wake = container.thread?.wake;
    if (wake != null) {
      list.push({
        at: wake,
        act: () => void goOn(m, host, container, "", (exit, oom) => ended(m, host, id, exit, oom)),
      });
    }
    if (container.health !== null) {
      list.push({ at: container.health.next, act: () => checkHealth(m, host, container) });
    }
    container.extras.forEach(({ thread }, i) => {
      if (thread.wake !== null)
        list.push({ at: thread.wake, act: () => goOnExtra(m, host, container, i) });
    });
  }
  if (container.restartAt !== null)
    list.push({ at: container.restartAt, act: () => restartDue(m, host, container) });
  return list.reduce<Due | null>(
    (first, one) => (first === null || one.at < first.at ? one : first),
    null,
  );
}

/** Lets a process that was started by `exec -d` go on. */
function goOnExtra(m: Machine, host: string, container: Container, i: number): void {
  const extra = container.extras[i];
  if (extra === undefined) return;
  const thread = copyThread(extra.thread);
  const io = containerIo(m, host, container.id, "", false);
  runThread({ m, place: { host, container: container.id }, hooks: innerHooks }, thread, io);
  const extras =
    thread.done !== null
      ? container.extras.filter((_, k) => k !== i)
      : container.extras.map((one, k) => (k === i ? { ...one, thread } : one));
  changeContainer(m, host, container.id, { extras });
}

/** What other parts let happen in time: the swarm's own steps. */
const others: ((m: Machine) => Due | null)[] = [];
export const addClockwork = (next: (m: Machine) => Due | null): void => void others.push(next);

function nextDue(m: Machine): Due | null {
  let first: Due | null = null;
  const consider = (due: Due | null) => {
    if (due !== null && (first === null || due.at < first.at)) first = due;
  };
  for (const number of Object.keys(m.state.hosts)) {
    const host = hostOf(m, number);
    if (host.frozen) continue;
    for (const container of Object.values(host.containers)) consider(nextOf(m, number, container));
  }
  for (const next of others) consider(next(m));
  return first;
}

/** How many things happen in one line at most; a loop without end is let rest then. */
const most = 3000;

/** Lets everything happen that is due up to a moment, then sets the clock to it. */
export function advance(m: Machine, until: number): void {
  while (m.steps < most) {
    const due = nextDue(m);
    if (due === null || due.at > until) break;
    m.steps++;
    setClock(m, due.at);
    due.act();
  }
  if (until < Number.POSITIVE_INFINITY) setClock(m, until);
}

/** Lets time pass until something is so, at the latest until a moment; whether it came to be. */
export function waitUntil(m: Machine, isSo: () => boolean, until: number): boolean {
  while (!isSo()) {
    const due = m.steps < most ? nextDue(m) : null;
    if (due === null || due.at > until) {
      if (until < Number.POSITIVE_INFINITY) setClock(m, until);
      return isSo();
    }
    m.steps++;
    setClock(m, due.at);
    due.act();
  }
  return true;
}

export const passed = (m: Machine, from: number): number => now(m) - from;
