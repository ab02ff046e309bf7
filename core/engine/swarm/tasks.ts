import type { Service, Spec, Task } from "#core/engine/cluster-types";
import { addClockwork, type Due } from "#core/engine/containers/clock";
import { createContainer, type MountWish } from "#core/engine/containers/create";
import { isUp, removeContainer, startContainer } from "#core/engine/containers/lifecycle";
import { killContainer } from "#core/engine/containers/stop";
import { fileAt } from "#core/engine/files/file-system";
import { findImage, fullName, inRegistry, takeIn } from "#core/engine/images/store";
import {
  changeContainer,
  hostOf,
  type Machine,
  newSwarmId,
  now,
  put,
  Refusal,
} from "#core/engine/state/machine";
import { changeTask, putService, putTask } from "./cluster";
import { globalNodes, placeFor } from "./place";

/*
 * A task's way: assigned, its container is created (`prepareMs`) and started, it is seen running
 * (`seenMs`); on its way out the container is stopped (`stopMs`) and that is seen. All measured.
 */
const prepareMs = 120;
const overlayMs = 320;
const seenMs = 260;
const stopMs = 600;
const removeMs = 3000;
const replaceMs = 700;
const leftMs = 8000;
const defaultDelay = 5000;
/** How many tasks of a slot are kept, with their containers. */
const keptTasks = 5;

const isJob = ({ mode }: Spec) => mode === "replicatedjob" || mode === "globaljob";
export const isDead = ({ state }: Task): boolean =>
  ["complete", "shutdown", "failed", "rejected", "remove", "orphaned"].includes(state);
export const tasksOf = (m: Machine, service: string): Task[] =>
  Object.values(m.state.cluster?.tasks ?? {})
    .filter((task) => task.service === service && task.state !== "orphaned")
    .sort((a, b) => a.slot - b.slot || a.created - b.created || (a.id < b.id ? -1 : 1));

const delayOf = ({ restart }: Spec) => (restart.delay < 0 ? defaultDelay : restart.delay / 1e6);

export const taskName = (task: Task, nodeId = task.node): string =>
  `${task.spec.name}.${task.spec.mode === "replicated" ? task.slot : nodeId}.${task.id}`;

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

function mountsFor(spec: Spec): MountWish[] {
  return spec.mounts.map(({ type, source, target, ro }) => ({
    type: type === "bind" || type === "tmpfs" ? type : "volume",
    target,
    ro,
    strict: true,
    ...(source === "" ? {} : { source }),
  }));
}

/** Creates the container of a task on its node; refuses what the engine there refuses. */
function createFor(m: Machine, host: string, task: Task): string {
  const { spec } = task;
  const full = fullName(spec.image);
  const image = findImage(m, host, spec.image) ?? inRegistry(m, full);
  if (!image) throw new Refusal(`No such image: ${spec.image}`);
  if (hostOf(m, host).images[image.id] === undefined) takeIn(m, host, full, image);
  const ingress = spec.ports.some(({ mode }) => mode === "ingress");
  const networks = Object.values(m.state.cluster?.networks ?? {}).filter(({ id, ingress: mesh }) =>
    mesh ? ingress : spec.networks.includes(id),
  );
  const name = taskName(task);
  const published = Object.fromEntries(
    spec.ports
      .filter(({ mode }) => mode === "host")
      .map(({ target, protocol, published: port }) => [
        `${target}/${protocol}`,
        [{ ip: "", port: port === 0 ? "" : String(port) }],
      ]),
  );
  const labels = {
    ...spec.containerLabels,
    "com.docker.swarm.node.id": task.node,
    "com.docker.swarm.service.id": task.service,
    "com.docker.swarm.service.name": spec.name,
    "com.docker.swarm.task": "",
    "com.docker.swarm.task.id": task.id,
    "com.docker.swarm.task.name": name,
  };
  const container = createContainer(m, host, {
    name,
    image: spec.digest === "" ? spec.image : `${spec.image}@sha256:${spec.digest}`,
    ...(spec.command.length > 0 ? { entrypoint: spec.command } : {}),
    ...(spec.args.length > 0 ? { cmd: spec.args } : {}),
    env: spec.env,
    labels,
    ...(spec.user === "" ? {} : { user: spec.user }),
    ...(spec.workdir === "" ? {} : { workdir: spec.workdir }),
    ...(spec.hostname === "" ? {} : { hostname: spec.hostname }),
    host: {
      memory: spec.memory,
      memorySwap: spec.memory * 2,
      nanoCpus: spec.cpus,
      restart: { name: "", max: 0 },
      publish: published,
      init: spec.init,
    },
    mounts: mountsFor(spec),
    networks: networks.map((network) => ({ name: network.name })),
    task: task.id,
  });
  changeContainer(m, host, container.id, {
    host: { ...container.host, network: "bridge", restart: { name: "no", max: 0 } },
  });
  return container.id;
}

const hostOfTask = (m: Machine, task: Task): string | null =>
  m.state.cluster?.nodes[task.node]?.host ?? null;

function bindTrouble(m: Machine, host: string, { mounts }: Spec): string | null {
  const missing = mounts.find(
    ({ type, source }) => type === "bind" && fileAt(m, { host, container: null }, source) === null,
  );
  return missing
    ? `invalid mount config for type "bind": bind source path does not exist: ${missing.source}`
    : null;
}

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

/** A task of a slot that has ended is followed by another, where its policy says so. */
function replaceFailed(m: Machine, task: Task): void {
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

/** Lets go of tasks of a slot, and of their containers, that are more than are kept. */
function prune(m: Machine, service: string, slot: number): void {
  const own = tasksOf(m, service)
    .filter((one) => one.slot === slot)
    .sort((a, b) => Number(isDead(b)) - Number(isDead(a)) || a.changed - b.changed);
  for (const task of own.slice(0, Math.max(0, own.length - keptTasks)))
    if (isDead(task)) dropTask(m, task);
}

export function dropTask(m: Machine, task: Task): void {
  const host = hostOfTask(m, task);
  if (host !== null && hostOf(m, host).containers[task.container])
    removeContainer(m, host, task.container, true);
  put(m, ["cluster", "tasks", task.id], null);
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
function stopStep(m: Machine, task: Task, host: string): void {
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

/** With a slot that is taken away go the tasks that were in it before. */
function dropHistory(m: Machine, { id, service, slot }: Task): void {
  if (m.state.cluster?.services[service] === undefined) return;
  for (const task of tasksOf(m, service))
    if (task.slot === slot && task.id !== id && isDead(task)) dropTask(m, task);
}

/** The next step of a task. */
function stepTask(m: Machine, task: Task): void {
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
    try {
      const trouble = bindTrouble(m, host, task.spec);
      if (trouble !== null) throw new Refusal(trouble);
      const container = createFor(m, host, task);
      const ready: Task = {
        ...task,
        container,
        state: "ready",
        next: Math.max(now(m) + 20, task.waits),
      };
      putTask(m, ready);
      if (task.desired !== "ready" && task.waits <= now(m)) startTask(m, ready, host);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (task.tried === undefined && /^No such image/.test(error.message)) {
        // A registry is asked for it first.
        changeTask(m, task.id, { state: "preparing", tried: true, next: now(m) + 250 });
      } else if (task.waits > now(m))
        changeTask(m, task.id, { state: "rejected", error: error.message, next: task.waits });
      else reject(m, task, error.message);
    }
  } else if (task.state === "rejected") reject(m, task, task.error);
  else if (task.state === "ready") {
    changeTask(m, task.id, { desired: "running" });
    startTask(m, { ...task, desired: "running" }, host);
  } else if (task.state === "starting") seeRunning(m, task, host);
}

function seeRunning(m: Machine, task: Task, host: string): void {
  const container = hostOf(m, host).containers[task.container];
  if (container && isUp(container)) changeTask(m, task.id, { state: "running", next: null });
  else changeTask(m, task.id, { state: "running", next: null });
}

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

/** Takes up the next tasks of an update: the new one is made ready, the old one told to end. */
function stepUpdate(m: Machine, service: Service): void {
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
  for (const task of next) {
    const node = spec.mode === "global" ? { node: task.node } : {};
    if (task.container === "" || !isRunning(m, task)) {
      endTask(m, task, "shutdown");
      newTask(m, { service, slot: task.slot, desired: "running", ...node });
      continue;
    }
    endTask(m, task, "shutdown");
    newTask(m, { service, slot: task.slot, desired: "ready", wait: stopMs + replaceMs, ...node });
  }
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
