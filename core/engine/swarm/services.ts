import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import type { Cluster, PublishedPort, Service, Spec } from "#core/engine/cluster-types";
import { waitUntil } from "#core/engine/containers/clock";
import { madeName } from "#core/engine/state/ids";
import { newSwarmId, notModelled, now, put, refuse, setClock } from "#core/engine/state/machine";
import { managed, putService } from "./cluster";
import { endTask } from "./end-task";
import { findService } from "./find-by-name";
import { newTask } from "./new-task";
import { reconcile } from "./reconcile";
import { emptySpec, specFrom } from "./spec";
import { isDead, tasksOf } from "./tasks";

const grpc = (code: string, words: string): never =>
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

/** Waits with the client until a service has what it asks for, and holds. */
function converge(ctx: Ctx, id: string, shown: string): number {
  const { m } = ctx;
  const from = now(m);
  const steady = () => {
    const service = m.state.cluster?.services[id];
    if (!service) return true;
    const live = tasksOf(m, id).filter(
      (task) => task.desired === "running" || task.desired === "complete",
    );
    const running = live.filter((task) => task.state === "running" || task.state === "complete");
    const wanted = service.spec.mode.startsWith("replicated")
      ? service.spec.replicas
      : running.length;
    const moving =
      service.update !== null &&
      (service.update.state === "updating" || service.update.state === "rollback_started");
    const current = running.every((task) => task.version === service.version || !moving);
    return (
      running.length === wanted &&
      live.length === running.length &&
      current &&
      !tasksOf(m, id).some((task) => task.desired === "ready")
    );
  };
  const limit = Math.min(m.deadline, from + 60_000);
  if (!waitUntil(m, steady, limit)) {
    if (m.deadline === Number.POSITIVE_INFINITY && !m.tty)
      return notModelled("the service does not come to rest, and the client would wait for ever");
    ctx.out(
      `Operation continuing in background.\nUse \`docker service ps ${shown}\` to check progress.\n`,
    );
    return 130;
  }
  const update = m.state.cluster?.services[id]?.update;
  const until =
    update && update.next < Number.MAX_SAFE_INTEGER
      ? Math.max(update.until, now(m))
      : now(m) + 5000;
  waitUntil(m, () => false, Math.min(m.deadline, until + 60));
  ctx.out(`verify: Service ${shown} converged\n`);
  return 0;
}

function create(ctx: Ctx): number {
  const { m, host } = ctx;
  managed(m, host);
  const id = newSwarmId(m);
  const spec = specFrom(ctx, { ...emptySpec, name: ctx.text("name") ?? madeName(id, 0) });
  const service = addService(ctx, spec);
  ctx.out(`${service.id}\n`);
  if (ctx.has("detached")) return 0;
  return converge(ctx, service.id, service.id);
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
  const state = kind === "rollback" ? "rollback_started" : "updating";
  const config = kind === "rollback" ? spec.rollback : spec.update;
  const monitor = (config?.monitor ?? 5e9) / 1e6;
  const update = anew
    ? ({
        state,
        next: now(m) + 1,
        until: now(m) + monitor,
        message: kind === "rollback" ? "manually requested rollback" : "update in progress",
      } as const)
    : null;
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
      update,
    },
    `update service ${spec.name}`,
  );
  if (anew) dropUnstarted(m, service.id, version);
  else
    for (const task of tasksOf(m, service.id))
      if (!isDead(task))
        put(m, ["cluster", "tasks", task.id], {
          ...task,
          spec: { ...task.spec, labels: spec.labels },
        });
  reconcile(m, service.id);
}

/** Tasks of an update before that had not begun give way at once. */
function dropUnstarted(m: Ctx["m"], id: string, version: number): void {
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

function update(ctx: Ctx): number {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  if (ctx.command.verb === "service scale") return scale(ctx);
  const [name = ""] = ctx.args;
  const service = findService(cluster, name) ?? refuse(`service ${name} not found`);
  const before = service.spec;
  changeService(ctx, service, specFrom(ctx, before), "update");
  ctx.out(`${name}\n`);
  return ctx.has("detached") ? 0 : converge(ctx, service.id, name);
}

function rollback(ctx: Ctx): number {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  const name = ctx.text("service") ?? ctx.args[0] ?? "";
  const service = findService(cluster, name) ?? refuse(`service ${name} not found`);
  const previous =
    service.previous ??
    grpc("FailedPrecondition", `service ${service.id} does not have a previous spec`);
  changeService(ctx, service, previous, "rollback");
  ctx.out(`${name}\n`);
  if (ctx.has("detached")) return 0;
  ctx.out("rollback: manually requested rollback\n");
  return converge(ctx, service.id, name);
}

function scale(ctx: Ctx): number {
  const { m, host } = ctx;
  let status = 0;
  const done: [string, Service][] = [];
  const fail = (name: string, why: string) => {
    ctx.err(`${name}: ${why}\n`);
    status = 1;
  };
  for (const [name, value] of ctx.under("service")) {
    const { replicas } = (Array.isArray(value) ? value[0] : {}) as { replicas?: Json };
    const service = findService(managed(m, host), name);
    if (!service) fail(name, `Error response from daemon: service ${name} not found`);
    else if (!service.spec.mode.startsWith("replicated"))
      fail(name, "scale can only be used with replicated or replicated-job mode");
    else {
      changeService(ctx, service, { ...service.spec, replicas: Number(replicas ?? 0) }, "update");
      done.push([`${name} scaled to ${replicas}`, service]);
    }
  }
  const order = ctx.args.map((one) => one.split("=")[0]);
  done.sort(([, a], [, b]) => order.indexOf(a.spec.name) - order.indexOf(b.spec.name));
  for (const [words] of done) ctx.out(`${words}\n`);
  if (!ctx.has("detached"))
    for (const [, service] of done) converge(ctx, service.id, service.spec.name);
  return status;
}

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

function remove(ctx: Ctx): number {
  const { m, host } = ctx;
  let status = 0;
  for (const name of ctx.args) {
    const service = findService(managed(m, host), name);
    if (!service) {
      ctx.err(`Error response from daemon: service ${name} not found\n`);
      status = 1;
      continue;
    }
    removeService(ctx, service);
    ctx.out(`${name}\n`);
  }
  setClock(m, now(m));
  return status;
}

addHandlers({
  "create service": create,
  "update services": update,
  "update service": update,
  "roll back service": rollback,
  "scale services": scale,
  "remove services": remove,
});
