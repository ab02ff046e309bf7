import type { Task } from "#core/engine/cluster-types";
import { addClockwork, type Due } from "#core/engine/containers/clock";
import { isUp } from "#core/engine/containers/is-up";
import { hostOf, type Machine, now } from "#core/engine/state/machine";
import { changeTask } from "./cluster";
import { replaceFailed } from "./replace-failed";
import { stepTask } from "./step-task";
import { stepUpdate } from "./step-update";
import { hostOfTask } from "./tasks";

/** Tasks whose container has ended without being told to. */
function lost(m: Machine): Task | undefined {
  return Object.values(m.state.cluster?.tasks ?? {}).find((task) => {
    if (task.state !== "running" && task.state !== "starting") return false;
    if (task.desired === "shutdown" || task.desired === "remove") return false;
    const host = hostOfTask(m, task);
    if (host === null || hostOf(m, host).frozen) return false;
    const container = hostOf(m, host).containers[task.container];
    return container === undefined || !isUp(container);
  });
}

function takeLoss(m: Machine, task: Task): void {
  const host = hostOfTask(m, task) ?? "1";
  const container = hostOf(m, host).containers[task.container];
  const exit = container?.exit ?? 137;
  const state = exit === 0 ? "complete" : "failed";
  const error = exit === 0 ? "" : `task: non-zero exit (${exit})`;
  changeTask(m, task.id, { state, error, exit, next: null });
  replaceFailed(m, { ...task, state });
}

const endless = Number.MAX_SAFE_INTEGER;

function nextStep(m: Machine): Due | null {
  const { cluster } = m.state;
  if (cluster === null) return null;
  const gone = lost(m);
  if (gone) return { at: now(m), act: () => takeLoss(m, gone) };
  let first: Due | null = null;
  const consider = (at: number | null, act: () => void) => {
    if (at !== null && at < endless && (first === null || at < first.at))
      first = { at: Math.max(at, now(m)), act };
  };
  for (const task of Object.values(cluster.tasks)) consider(task.next, () => stepTask(m, task));
  for (const service of Object.values(cluster.services)) {
    if (service.update) consider(service.update.next, () => stepUpdate(m, service));
  }
  return first;
}

addClockwork(nextStep);
