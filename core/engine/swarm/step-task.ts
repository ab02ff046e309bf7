import type { Task } from "#core/engine/cluster-types";
import { startContainer } from "#core/engine/containers/start-container";
import { type Machine, now, put, Refusal } from "#core/engine/state/machine";
import { changeTask, putTask } from "./cluster";
import { stopStep } from "./end-task";
import { replaceFailed } from "./replace-failed";
import { bindTrouble, createForTask } from "./task-container";
import { hostOfTask } from "./tasks";

/** How long after its start a task is seen running; measured. */
const seenMs = 260;

function reject(m: Machine, task: Task, error: string): void {
  changeTask(m, task.id, { state: "rejected", error, next: null });
  replaceFailed(m, { ...task, state: "rejected" });
}

function startTask(m: Machine, task: Task, host: string): void {
  try {
    startContainer(m, host, task.container, "", 200);
    changeTask(m, task.id, { state: "starting", next: now(m) + seenMs });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    changeTask(m, task.id, {
      state: "failed",
      error: `starting container failed: ${error.message}`,
      next: null,
    });
    replaceFailed(m, { ...task, state: "failed" });
  }
}

/** Creates the container of a task, and starts it where the task need not wait. */
function prepare(m: Machine, task: Task, host: string): void {
  try {
    const trouble = bindTrouble(m, host, task.spec);
    if (trouble !== null) throw new Refusal(trouble);
    const ready: Task = {
      ...task,
      container: createForTask(m, host, task),
      state: "ready",
      next: Math.max(now(m) + 20, task.waits),
    };
    putTask(m, ready);
    if (task.desired !== "ready" && task.waits <= now(m)) startTask(m, ready, host);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    takeRefusal(m, task, error.message);
  }
}

function takeRefusal(m: Machine, task: Task, error: string): void {
  if (task.tried === undefined && /^No such image/.test(error)) {
    // A registry is asked for it first.
    changeTask(m, task.id, { state: "preparing", tried: true, next: now(m) + 250 });
  } else if (task.waits > now(m))
    changeTask(m, task.id, { state: "rejected", error, next: task.waits });
  else reject(m, task, error);
}

/** The next step of a task. */
export function stepTask(m: Machine, task: Task): void {
  const host = hostOfTask(m, task);
  if (host === null) {
    put(m, ["cluster", "tasks", task.id], null);
    return;
  }
  if (task.desired === "shutdown" || task.desired === "remove") {
    stopStep(m, task, host);
    return;
  }
  if (task.state === "preparing" || task.state === "assigned" || task.state === "pending") {
    prepare(m, task, host);
  } else if (task.state === "rejected") reject(m, task, task.error);
  else if (task.state === "ready") {
    changeTask(m, task.id, { desired: "running" });
    startTask(m, { ...task, desired: "running" }, host);
  } else if (task.state === "starting") changeTask(m, task.id, { state: "running", next: null });
}
