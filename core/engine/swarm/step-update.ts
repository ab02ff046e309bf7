import type { Service, Task } from "#core/engine/cluster-types";
import { isUp } from "#core/engine/containers/is-up";
import { hostOf, type Machine, now } from "#core/engine/state/machine";
import { putService } from "./cluster";
import { endTask, stopMs } from "./end-task";
import { newTask } from "./new-task";
import { hostOfTask, isDead, tasksOf } from "./tasks";

/** From the stop of the old container to the start of the new one; measured. */
const replaceMs = 700;

function isRunning(m: Machine, task: Task): boolean {
  const host = hostOfTask(m, task);
  const container = host === null ? undefined : hostOf(m, host).containers[task.container];
  return container !== undefined && isUp(container);
}

function finishUpdate(m: Machine, service: Service): void {
  const { update } = service;
  if (update === null) return;
  if (now(m) < update.until) {
    putService(m, { ...service, update: { ...update, next: update.until } });
    return;
  }
  const state = update.state === "rollback_started" ? "rollback_completed" : "completed";
  const message = state === "completed" ? "update completed" : "rollback completed";
  putService(m, {
    ...service,
    update: { state, next: Number.MAX_SAFE_INTEGER, until: 0, message },
  });
}

/** Ends a task, and puts one of what the service is now in its slot. */
function renew(m: Machine, service: Service, task: Task): void {
  const { slot } = task;
  const node = service.spec.mode === "global" ? { node: task.node } : {};
  const runs = task.container !== "" && isRunning(m, task);
  endTask(m, task, "shutdown");
  if (runs) newTask(m, { service, slot, desired: "ready", wait: stopMs + replaceMs, ...node });
  else newTask(m, { service, slot, desired: "running", ...node });
}

/** Takes up the next tasks of an update: the new one is made ready, the old one told to end. */
export function stepUpdate(m: Machine, service: Service): void {
  const { update, spec } = service;
  if (update === null) return;
  const config = update.state === "rollback_started" ? spec.rollback : spec.update;
  const live = tasksOf(m, service.id).filter(
    (task) => task.desired === "running" || task.desired === "ready",
  );
  const old = live.filter(
    (task) => task.version !== service.version && task.desired === "running" && !isDead(task),
  );
  const moving = live.some(
    (task) => task.version === service.version && task.state !== "running" && !isDead(task),
  );
  if (moving) {
    putService(m, { ...service, update: { ...update, next: now(m) + 100 } });
    return;
  }
  const parallel = config?.parallelism === 0 ? old.length : (config?.parallelism ?? 1);
  const next = old.slice(0, parallel);
  if (next.length === 0) {
    finishUpdate(m, service);
    return;
  }
  for (const task of next) renew(m, service, task);
  const delay = (config?.delay ?? 0) / 1e6;
  putService(m, {
    ...service,
    update: {
      ...update,
      next: now(m) + 1800 + delay,
      until: now(m) + 1800 + (config?.monitor ?? 5e9) / 1e6,
    },
  });
}
