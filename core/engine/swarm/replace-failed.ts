import type { Service, Spec, Task } from "#core/engine/cluster-types";
import { type Machine, now } from "#core/engine/state/machine";
import { changeTask, putService } from "./cluster";
import { prune } from "./end-task";
import { newTask } from "./new-task";
import { isDead, isJob, tasksOf } from "./tasks";

const defaultDelay = 5000;
const delayOf = ({ restart }: Spec) => (restart.delay < 0 ? defaultDelay : restart.delay / 1e6);

/** An update in which a task fails is halted, or taken back. */
function noteFailure(m: Machine, service: Service, task: Task): void {
  const { update } = service;
  if (update === null || task.version !== service.version || now(m) > update.until) return;
  if (update.state !== "updating" && update.state !== "rollback_started") return;
  const action = service.spec.update?.failure ?? "pause";
  if (action === "continue") return;
  const message = `update paused due to failure or early termination of task ${task.id}`;
  if (update.state === "rollback_started")
    putService(m, {
      ...service,
      update: { ...update, state: "rollback_paused", message, next: Number.MAX_SAFE_INTEGER },
    });
  else if (action === "rollback" && service.previous !== null) {
    const spec = service.previous;
    putService(m, {
      ...service,
      spec,
      previous: service.spec,
      version: service.version + 1,
      update: { state: "rollback_started", next: now(m) + 100, until: now(m) + 100_000, message },
    });
  } else
    putService(m, {
      ...service,
      update: { ...update, state: "paused", message, next: Number.MAX_SAFE_INTEGER },
    });
}

/** A task of a slot that has ended is followed by another, where its policy says so. */
export function replaceFailed(m: Machine, task: Task): void {
  const service = m.state.cluster?.services[task.service];
  const fresh = m.state.cluster?.tasks[task.id];
  if (
    service === undefined ||
    fresh === undefined ||
    task.desired === "shutdown" ||
    task.desired === "remove"
  )
    return;
  noteFailure(m, service, task);
  if (isJob(task.spec)) return;
  changeTask(m, task.id, { desired: "shutdown" });
  const { condition, max } = task.spec.restart;
  if (condition === "none" || (condition === "on-failure" && task.state === "complete")) return;
  const ended = tasksOf(m, service.id).filter(
    (one) =>
      one.slot === task.slot &&
      one.version === task.version &&
      isDead(one) &&
      one.state !== "shutdown",
  );
  if (max > 0 && ended.length > max) return;
  const node = task.spec.mode === "global" ? { node: task.node } : {};
  newTask(m, {
    service: m.state.cluster?.services[task.service] ?? service,
    slot: task.slot,
    desired: "ready",
    wait: delayOf(task.spec) + 600,
    from: task.state === "rejected" ? "pending" : "assigned",
    ...node,
  });
  prune(m, service.id, task.slot);
}
