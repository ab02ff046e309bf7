import type { Ctx } from "#core/engine/client/context";
import type { Cluster, PublishedPort, Service, Spec } from "#core/engine/cluster-types";
import { type Machine, newSwarmId, now, put, refuse } from "#core/engine/state/machine";
import { managed, putService } from "./cluster";
import { endTask } from "./end-task";
import { findService } from "./find-by-name";
import { newTask } from "./new-task";
import { reconcile } from "./reconcile";
import { isDead, tasksOf } from "./tasks";

/** Refuses as the manager does. */
export const grpc = (code: string, words: string): never =>
  refuse(`rpc error: code = ${code} desc = ${words}`);

function checkPorts(cluster: Cluster, spec: Spec, own: string): void {
  for (const { published, mode, protocol } of spec.ports) {
    if (mode !== "ingress" || published === 0) continue;
    const other = Object.values(cluster.services).find(
      (one) =>
        one.id !== own &&
        one.spec.ports.some(
          (port) =>
            port.mode === "ingress" && port.published === published && port.protocol === protocol,
        ),
    );
    if (other)
      grpc(
        "InvalidArgument",
        `port '${published}' is already in use by service '${other.spec.name}' (${other.id}) as an ingress port`,
      );
  }
}

/** Ports that were left to the swarm to choose. */
function withPorts(cluster: Cluster, ports: readonly PublishedPort[]): PublishedPort[] {
  const used = new Set(
    Object.values(cluster.services).flatMap(({ spec }) =>
      spec.ports.map(({ published }) => published),
    ),
  );
  let next = 30_000;
  return ports.map((port) => {
    if (port.published !== 0 || port.mode !== "ingress") return port;
    while (used.has(next)) next++;
    used.add(next);
    return { ...port, published: next };
  });
}

/** Puts a service into the swarm and its first tasks on their way. */
export function addService(ctx: Ctx, spec: Spec): Service {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  if (!/^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*$/.test(spec.name))
    grpc("InvalidArgument", "name must be valid as a DNS name component");
  if (findService(cluster, spec.name)?.spec.name === spec.name) {
    grpc(
      "AlreadyExists",
      `name conflicts with an existing object: service ${spec.name} already exists`,
    );
  }
  checkPorts(cluster, spec, "");
  const service: Service = {
    id: newSwarmId(m),
    spec: { ...spec, ports: withPorts(cluster, spec.ports) },
    previous: null,
    created: now(m),
    updated: now(m),
    version: 1,
    update: null,
  };
  putService(m, service, `create service ${spec.name}`);
  reconcile(m, service.id);
  return service;
}

/** What of a service makes its tasks anew. */
const taskPart = ({
  labels: _,
  replicas: __,
  update: ___,
  rollback: ____,
  restart,
  ...rest
}: Spec) => JSON.stringify([rest, restart]);

function begun(m: Machine, spec: Spec, kind: "update" | "rollback"): Service["update"] {
  const back = kind === "rollback";
  const config = back ? spec.rollback : spec.update;
  return {
    state: back ? "rollback_started" : "updating",
    next: now(m) + 1,
    until: now(m) + (config?.monitor ?? 5e9) / 1e6,
    message: back ? "manually requested rollback" : "update in progress",
  };
}

/** Labels of a service go over to its tasks as they are. */
function relabel(m: Machine, id: string, labels: Spec["labels"]): void {
  for (const task of tasksOf(m, id))
    if (!isDead(task))
      put(m, ["cluster", "tasks", task.id], { ...task, spec: { ...task.spec, labels } });
}

/** Changes a service; where its tasks are not what it asks for any more, an update begins. */
export function changeService(
  ctx: Ctx,
  service: Service,
  spec: Spec,
  kind: "update" | "rollback",
): void {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  checkPorts(cluster, spec, service.id);
  const anew = taskPart(service.spec) !== taskPart(spec) || service.spec.force !== spec.force;
  const version = anew ? service.version + 1 : service.version;
  const changed = JSON.stringify(service.spec) !== JSON.stringify(spec);
  const ports = withPorts(cluster, spec.ports);
  putService(
    m,
    {
      ...service,
      spec: { ...spec, ports },
      previous: changed ? service.spec : (service.previous ?? service.spec),
      version,
      updated: now(m),
      update: anew ? begun(m, spec, kind) : null,
    },
    `update service ${spec.name}`,
  );
  if (anew) dropUnstarted(m, service.id, version);
  else relabel(m, service.id, spec.labels);
  reconcile(m, service.id);
}

/** Tasks of an update before that had not begun give way at once. */
function dropUnstarted(m: Machine, id: string, version: number): void {
  const service = m.state.cluster?.services[id];
  if (!service) return;
  for (const task of tasksOf(m, id)) {
    if (task.version === version || task.desired !== "ready") continue;
    const rejected = task.state === "rejected";
    put(m, ["cluster", "tasks", task.id], {
      ...task,
      desired: "shutdown",
      state: rejected ? "rejected" : "shutdown",
      next: null,
    });
    newTask(m, {
      service,
      slot: task.slot,
      desired: "running",
      wait: 1300,
      ...(service.spec.mode === "global" ? { node: task.node } : {}),
    });
  }
}

/** Takes a service away; its tasks end one after the other. */
export function removeService(ctx: Ctx, service: Service): void {
  const { m } = ctx;
  const tasks = tasksOf(m, service.id);
  put(m, ["cluster", "services", service.id], null, `remove service ${service.spec.name}`);
  for (const task of tasks) {
    if (task.container === "" && !isDead(task) && task.node === "")
      put(m, ["cluster", "tasks", task.id], { ...task, desired: "remove", next: now(m) + 400 });
    else endTask(m, task, "remove");
  }
}
