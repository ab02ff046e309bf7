import type { Service, Task } from "#core/engine/cluster-types";
import { type Machine, newSwarmId, now } from "#core/engine/state/machine";
import { putTask } from "./cluster";
import { placeFor } from "./place";
import { isJob } from "./tasks";

/** How long an assigned task takes until its container is created; measured. */
const prepareMs = 120;
const overlayMs = 320;

type NewTask = {
  service: Service;
  slot: number;
  desired: Task["desired"];
  wait?: number;
  /** The state in which it waits to be taken up. */
  from?: "pending" | "assigned";
  node?: string;
};

export function newTask(
  m: Machine,
  { service, slot, desired, wait = 0, node, from }: NewTask,
): Task {
  const { cluster } = m.state;
  const only = node === undefined ? undefined : cluster?.nodes[node];
  const place = cluster === null ? { why: "" } : placeFor(m, cluster, service.spec, only);
  const found = "node" in place ? place.node : null;
  const overlay = service.spec.networks.length > 0 ? overlayMs : 0;
  const task: Task = {
    id: newSwarmId(m),
    service: service.id,
    slot,
    node: found?.id ?? "",
    spec: service.spec,
    version: service.version,
    created: now(m),
    changed: now(m),
    desired: isJob(service.spec) ? "complete" : desired,
    state: found ? (from ?? (wait === 0 ? "preparing" : "assigned")) : "pending",
    error: found ? "" : "why" in place ? place.why : "",
    exit: 0,
    container: "",
    next: found ? now(m) + prepareMs + overlay + (from === undefined ? 0 : 220) : null,
    waits: wait === 0 ? 0 : now(m) + wait,
  };
  putTask(m, task, `task ${task.spec.name}.${slot || (found?.name ?? "")}`);
  return task;
}
