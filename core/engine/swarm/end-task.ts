import type { Task } from "#core/engine/cluster-types";
import { isUp } from "#core/engine/containers/is-up";
import { removeContainer } from "#core/engine/containers/remove-container";
import { killContainer } from "#core/engine/containers/stop";
import { changeContainer, hostOf, type Machine, now, put } from "#core/engine/state/machine";
import { changeTask } from "./cluster";
import { hostOfTask, isDead, tasksOf } from "./tasks";

/** How long a container takes until it is told to stop; measured, as are those that follow. */
export const stopMs = 600;
const removeMs = 3000;
const leftMs = 8000;
/** How many tasks of a slot are kept, with their containers. */
const keptTasks = 5;

/** Lets go of tasks of a slot, and of their containers, that are more than are kept. */
export function prune(m: Machine, service: string, slot: number): void {
  const own = tasksOf(m, service)
    .filter((one) => one.slot === slot)
    .sort((a, b) => Number(isDead(b)) - Number(isDead(a)) || a.changed - b.changed);
  for (const task of own.slice(0, Math.max(0, own.length - keptTasks)))
    if (isDead(task)) dropTask(m, task);
}

function dropTask(m: Machine, task: Task): void {
  const host = hostOfTask(m, task);
  if (host !== null && hostOf(m, host).containers[task.container])
    removeContainer(m, host, task.container, true);
  put(m, ["cluster", "tasks", task.id], null);
}

/** With a slot that is taken away go the tasks that were in it before. */
function dropHistory(m: Machine, { id, service, slot }: Task): void {
  if (m.state.cluster?.services[service] === undefined) return;
  for (const task of tasksOf(m, service))
    if (task.slot === slot && task.id !== id && isDead(task)) dropTask(m, task);
}

/** A task that is no longer wanted: its container is stopped, and then it is gone from its slot. */
export function endTask(m: Machine, task: Task, desired: "shutdown" | "remove"): void {
  if (task.desired === desired && task.next !== null) return;
  const host = hostOfTask(m, task);
  const container = host === null ? undefined : hostOf(m, host).containers[task.container];
  if (container && isUp(container)) {
    const next = now(m) + (desired === "remove" ? removeMs : stopMs);
    changeTask(m, task.id, { desired, exit: -1, next });
    return;
  }
  if (desired === "remove") {
    const state = task.state === "ready" ? "shutdown" : task.state;
    changeTask(m, task.id, {
      desired,
      state,
      next: now(m) + 400,
    });
  } else
    changeTask(m, task.id, { desired, state: isDead(task) ? task.state : "shutdown", next: null });
}

/** A task that is gone from the lists; its container stays a little longer. */
function leave(m: Machine, task: Task): void {
  const host = hostOfTask(m, task);
  const container = host === null ? undefined : hostOf(m, host).containers[task.container];
  if (container?.status !== "exited" || task.state === "orphaned") dropTask(m, task);
  else changeTask(m, task.id, { state: "orphaned", next: now(m) + leftMs });
}

/** Sends the container of an ending task its signal; after the grace it is killed. */
export function stopStep(m: Machine, task: Task, host: string): void {
  const container = hostOf(m, host).containers[task.container];
  if (container && isUp(container)) {
    const asked = container.stopped;
    const grace = (container.config.stopTimeout ?? 10) * 1000;
    killContainer(m, host, container.id, asked ? "KILL" : container.config.stopSignal || "SIGTERM");
    changeContainer(m, host, container.id, { stopped: true });
    const after = hostOf(m, host).containers[task.container];
    if (after && isUp(after)) {
      changeTask(m, task.id, { next: now(m) + grace });
      return;
    }
    if (task.desired === "remove") dropHistory(m, task);
    const seen = task.spec.ports.some(({ mode }) => mode === "ingress") ? 100 : 650;
    changeTask(m, task.id, { next: now(m) + (task.desired === "remove" ? seen : 100) });
    return;
  }
  if (task.desired !== "remove") {
    changeTask(m, task.id, { state: isDead(task) ? task.state : "shutdown", exit: 0, next: null });
    prune(m, task.service, task.slot);
    return;
  }
  if (task.state === "orphaned" || isDead(task)) leave(m, task);
  else changeTask(m, task.id, { state: "shutdown", exit: 0, next: now(m) + 400 });
}
