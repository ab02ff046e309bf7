import type { Machine } from "#core/engine/state/machine";
import { endTask } from "./end-task";
import { newTask } from "./new-task";
import { globalNodes } from "./place";
import { isDead, tasksOf } from "./tasks";

/** Adds and takes away tasks until a service has what it asks for. */
export function reconcile(m: Machine, id: string): void {
  const { cluster } = m.state;
  const service = cluster?.services[id];
  if (!cluster || !service) return;
  const { spec } = service;
  const live = tasksOf(m, id).filter(
    (task) => !isDead(task) && task.desired !== "shutdown" && task.desired !== "remove",
  );
  if (spec.mode === "global" || spec.mode === "globaljob") {
    const nodes = globalNodes(m, cluster, spec);
    for (const node of nodes)
      if (!live.some((task) => task.node === node.id))
        newTask(m, { service, slot: 0, desired: "running", node: node.id });
    for (const task of live)
      if (!nodes.some((node) => node.id === task.node)) endTask(m, task, "shutdown");
    return;
  }
  const waiting = tasksOf(m, id).filter((task) => task.desired === "ready");
  const slots = new Set([...live, ...waiting].map(({ slot }) => slot));
  const extra = [...slots].sort((a, b) => a - b).slice(spec.replicas);
  for (const task of [...live, ...waiting])
    if (extra.includes(task.slot)) endTask(m, task, "remove");
  for (let slot = 1; slots.size < spec.replicas; slot++) {
    if (slots.has(slot)) continue;
    slots.add(slot);
    newTask(m, { service, slot, desired: "running" });
  }
}
