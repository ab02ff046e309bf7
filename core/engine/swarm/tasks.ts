import type { Spec, Task } from "#core/engine/cluster-types";
import type { Machine } from "#core/engine/state/machine";

export const isJob = ({ mode }: Spec): boolean => mode === "replicatedjob" || mode === "globaljob";

export const isDead = ({ state }: Task): boolean =>
  ["complete", "shutdown", "failed", "rejected", "remove", "orphaned"].includes(state);

export const tasksOf = (m: Machine, service: string): Task[] =>
  Object.values(m.state.cluster?.tasks ?? {})
    .filter((task) => task.service === service && task.state !== "orphaned")
    .sort((a, b) => a.slot - b.slot || a.created - b.created || (a.id < b.id ? -1 : 1));

export const taskName = (task: Task, nodeId = task.node): string =>
  `${task.spec.name}.${task.spec.mode === "replicated" ? task.slot : nodeId}.${task.id}`;

export const hostOfTask = (m: Machine, task: Task): string | null =>
  m.state.cluster?.nodes[task.node]?.host ?? null;
