import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { cutTo } from "#core/engine/client/table";
import { refuseClient } from "#core/engine/client/words";
import type { Cluster, Node, Service, Spec, Task } from "#core/engine/cluster-types";
import { showInspected } from "#core/engine/inspect/show";
import { shortId } from "#core/engine/state/ids";
import { hostOf, now, refuse } from "#core/engine/state/machine";
import { agoWords, apiTime, binarySize } from "#core/engine/state/words";
import { answers, managed, nodeAt } from "./cluster";
import { globalNodes } from "./place";
import { findService } from "./services";
import { tasksOf } from "./tasks";

const modeWords: Readonly<Record<string, string>> = {
  replicatedjob: "replicated job",
  globaljob: "global job",
};
const stateWords = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function runningOf(
  ctx: Pick<Ctx, "m">,
  cluster: Cluster,
  service: Service,
): { running: number; desired: number; done: number } {
  const tasks = tasksOf(ctx.m, service.id);
  const { spec } = service;
  const live = tasks.filter((task) => task.state === "running");
  const done = tasks.filter((task) => task.state === "complete").length;
  const desired =
    spec.mode === "replicated" || spec.mode === "replicatedjob"
      ? spec.replicas
      : globalNodes(ctx.m, cluster, spec).length;
  return { running: live.length, desired, done };
}

export function portWords(spec: Spec): string {
  return spec.ports
    .filter(({ published }) => published > 0 || true)
    .map((port) =>
      port.mode === "host" ? "" : `*:${port.published}->${port.target}/${port.protocol}`,
    )
    .filter((one) => one !== "")
    .join(", ");
}

function rowOf(ctx: Ctx, cluster: Cluster, service: Service): Record<string, unknown> {
  const { running, desired, done } = runningOf(ctx, cluster, service);
  const job = service.spec.mode === "replicatedjob" || service.spec.mode === "globaljob";
  return {
    ID: shortId(service.id),
    Name: service.spec.name,
    Mode: modeWords[service.spec.mode] ?? service.spec.mode,
    Replicas: job
      ? `${running}/${desired} (${done}/${desired} completed)`
      : `${running}/${desired}`,
    Image: service.spec.image,
    Ports: portWords(service.spec),
  };
}

const serviceHeads = {
  ID: "ID",
  Name: "NAME",
  Mode: "MODE",
  Replicas: "REPLICAS",
  Image: "IMAGE",
  Ports: "PORTS",
};

function listServices(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const names = ctx.list("filter name");
  const labels = ctx.list("filter label");
  const modes = ctx.list("filter mode");
  const rows = Object.values(cluster.services)
    .filter(({ spec }) => names.length === 0 || names.some((name) => spec.name.startsWith(name)))
    .filter(({ spec }) => modes.length === 0 || modes.includes(spec.mode))
    .filter(({ spec }) =>
      labels.every((one) => {
        const [key = "", value] = one.split("=");
        return value === undefined ? spec.labels[key] !== undefined : spec.labels[key] === value;
      }),
    )
    .sort((a, b) => (a.spec.name < b.spec.name ? -1 : 1))
    .map((one) => rowOf(ctx, cluster, one));
  ctx.out(
    showListing(
      {
        context: "serviceContext",
        heads: serviceHeads,
        columns: ["ID", "Name", "Mode", "Replicas", "Image", "Ports"],
        rows,
      },
      ctx.text("format"),
    ),
  );
  return 0;
}

function taskRow(ctx: Ctx, cluster: Cluster, task: Task, whole: boolean): Record<string, unknown> {
  const node = task.state === "pending" ? undefined : cluster.nodes[task.node];
  const name =
    task.spec.mode === "replicated"
      ? `${task.spec.name}.${task.slot}`
      : `${task.spec.name}.${task.node || task.id}`;
  const error = task.error === "" ? "" : `"${whole ? task.error : cutTo(task.error, 30)}"`;
  const ports = task.spec.ports
    .filter(({ mode }) => mode === "host")
    .map((port) => `*:${port.published}->${port.target}/${port.protocol}`);
  return {
    ID: whole ? task.id : shortId(task.id),
    Name: name,
    Image:
      whole && task.spec.digest !== ""
        ? `${task.spec.image}@sha256:${task.spec.digest}`
        : task.spec.image,
    Node: node?.name ?? "",
    DesiredState: stateWords(task.desired),
    CurrentState: `${stateWords(task.state)} ${agoWords(task.changed, now(ctx.m)).toLowerCase()}`,
    Error: error,
    Ports: task.state === "running" ? ports.join(",") : "",
  };
}

const taskHeads = {
  ID: "ID",
  Name: "NAME",
  Image: "IMAGE",
  Node: "NODE",
  DesiredState: "DESIRED STATE",
  CurrentState: "CURRENT STATE",
  Error: "ERROR",
  Ports: "PORTS",
};

/** Tasks as `ps` lists them: by slot, the youngest first, older ones of a slot drawn under it. */
export function showTasks(ctx: Ctx, cluster: Cluster, tasks: readonly Task[]): void {
  const states = ctx.list("filter desired-state");
  const nodes = ctx.list("filter node");
  const key = (task: Task) =>
    `${task.spec.name}.${task.spec.mode === "replicated" ? String(task.slot).padStart(6, "0") : task.node}`;
  const sorted = tasks
    .filter((task) => states.length === 0 || states.includes(task.desired))
    .filter(
      (task) =>
        nodes.length === 0 ||
        nodes.includes(cluster.nodes[task.node]?.name ?? "") ||
        nodes.includes(task.node),
    )
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : b.created - a.created));
  const format = ctx.text("format");
  const isTable = format === undefined || format.startsWith("table");
  let last = "";
  const rows = sorted.map((task) => {
    const row = taskRow(ctx, cluster, task, ctx.has("no-trunc"));
    const again = key(task) === last;
    last = key(task);
    return again && isTable ? { ...row, Name: ` \\_ ${String(row.Name)}` } : row;
  });
  const columns = ["ID", "Name", "Image", "Node", "DesiredState", "CurrentState", "Error", "Ports"];
  ctx.out(showListing({ context: "taskContext", heads: taskHeads, columns, rows }, format));
}

function listTasks(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const found: Task[] = [];
  const missing: string[] = [];
  for (const name of ctx.args) {
    const service = findService(cluster, name);
    if (service) found.push(...tasksOf(ctx.m, service.id));
    else missing.push(name);
  }
  if (found.length > 0 || missing.length < ctx.args.length) showTasks(ctx, cluster, found);
  for (const name of missing) ctx.err(`no such service: ${name}\n`);
  return missing.length > 0 ? 1 : 0;
}

export function findNode(ctx: Ctx, cluster: Cluster, name: string): Node {
  const self = nodeAt(ctx.m, ctx.host);
  if (name === "self" && self) return self;
  const all = Object.values(cluster.nodes);
  return (
    all.find((one) => one.name === name) ??
    all.find((one) => one.id === name || (name.length > 3 && one.id.startsWith(name))) ??
    refuse(`node ${name} not found`)
  );
}

function tasksOfNodes(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const nodes = (ctx.args.length > 0 ? ctx.args : ["self"]).map(
    (name) => findNode(ctx, cluster, name).id,
  );
  showTasks(
    ctx,
    cluster,
    Object.values(cluster.tasks).filter((task) => nodes.includes(task.node)),
  );
  return 0;
}

const reachable = (ctx: Pick<Ctx, "m">, node: Node) =>
  hostOf(ctx.m, node.host).frozen ? "Unreachable" : node.leader ? "Leader" : "Reachable";

function listNodes(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const self = nodeAt(ctx.m, ctx.host);
  const rows = Object.values(cluster.nodes)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((node) => ({
      ID: `${node.id}${node.id === self?.id && ctx.text("format") === undefined ? " *" : ""}`,
      Self: node.id === self?.id,
      Hostname: node.name,
      Status: answers(ctx.m, node) ? "Ready" : "Down",
      Availability: stateWords(node.availability),
      ManagerStatus: node.role === "manager" ? reachable(ctx, node) : "",
      EngineVersion: "28.5.2+dfsg4",
      TLSStatus: "Ready",
    }));
  const heads = {
    ID: "ID",
    Hostname: "HOSTNAME",
    Status: "STATUS",
    Availability: "AVAILABILITY",
    ManagerStatus: "MANAGER STATUS",
    EngineVersion: "ENGINE VERSION",
  };
  ctx.out(
    showListing(
      {
        context: "nodeContext",
        heads,
        columns: ["ID", "Hostname", "Status", "Availability", "ManagerStatus", "EngineVersion"],
        rows,
      },
      ctx.text("format"),
    ),
  );
  return 0;
}

export function nodeJson(ctx: Ctx, node: Node): Record<string, unknown> {
  return {
    ID: node.id,
    Version: { Index: 9 },
    CreatedAt: apiTime(node.joined),
    UpdatedAt: apiTime(node.joined),
    Spec: { Labels: node.labels, Role: node.role, Availability: node.availability },
    Description: {
      Hostname: node.name,
      Platform: { Architecture: "x86_64", OS: "linux" },
      Resources: { NanoCPUs: 2e9, MemoryBytes: 8_337_690_624 },
      Engine: { EngineVersion: "28.5.2+dfsg4" },
    },
    Status: { State: answers(ctx.m, node) ? "ready" : "down", Addr: node.address },
    ...(node.role === "manager"
      ? {
          ManagerStatus: {
            ...(node.leader ? { Leader: true } : {}),
            Reachability: hostOf(ctx.m, node.host).frozen ? "unreachable" : "reachable",
            Addr: `${node.address}:2377`,
          },
        }
      : {}),
  };
}

function inspectNodes(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  if (ctx.has("pretty")) {
    for (const name of ctx.args) ctx.out(prettyNode(ctx, findNode(ctx, cluster, name)));
    return 0;
  }
  const find = (name: string) => {
    const self = nodeAt(ctx.m, ctx.host);
    const all = Object.values(cluster.nodes);
    const node =
      name === "self"
        ? self
        : (all.find((one) => one.name === name) ?? all.find((one) => one.id.startsWith(name)));
    return node ? nodeJson(ctx, node) : null;
  };
  return showInspected(
    ctx,
    ctx.args,
    find,
    (name) => `Error response from daemon: node ${name} not found`,
  );
}

function prettyNode(ctx: Ctx, node: Node): string {
  const joined = `${new Date(node.joined).toISOString().slice(0, 23).replace("T", " ")} +0000 utc`;
  const labels = Object.entries(node.labels)
    .map(([key, value]) => `\n - ${key}=${value}`)
    .join("");
  const manager =
    node.role === "manager"
      ? `Manager Status:\n Address:\t\t${node.address}:2377\n Raft Status:\t\tReachable\n Leader:\t\t${node.leader ? "Yes" : "No"}\n`
      : "";
  return `ID:\t\t\t${node.id}\n${labels === "" ? "" : `Labels:${labels}\n`}Hostname:              \t${node.name}\nJoined at:             \t${joined}\nStatus:\n State:\t\t\t${answers(ctx.m, node) ? "Ready" : "Down"}\n Availability:         \t${stateWords(node.availability)}\n Address:\t\t${node.address}\n${manager}Platform:\n Operating System:\tlinux\n Architecture:\t\tx86_64\nResources:\n CPUs:\t\t\t2\n Memory:\t\t7.765GiB\nEngine Version:\t\t28.5.2+dfsg4\n`;
}

function inspectServices(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const find = (name: string) => {
    const service = findService(cluster, name);
    return service ? serviceJson(service) : null;
  };
  if (!ctx.has("pretty"))
    return showInspected(ctx, ctx.args, find, (name) => `Error: no such service: ${name}`);
  for (const name of ctx.args) {
    const service = findService(cluster, name) ?? refuseClient(`Error: no such service: ${name}`);
    ctx.out(prettyService(ctx, service));
  }
  return 0;
}

const span = (nanoseconds: number) => `${nanoseconds / 1e9}s`;

export function serviceJson(service: Service): Record<string, unknown> {
  return {
    ID: service.id,
    Version: { Index: 10 + service.version },
    CreatedAt: apiTime(service.created),
    UpdatedAt: apiTime(service.updated),
    Spec: specJson(service.spec),
    ...(service.previous ? { PreviousSpec: specJson(service.previous) } : {}),
    Endpoint: {
      Spec: {
        Mode: service.spec.endpoint,
        ...(service.spec.ports.length > 0 ? { Ports: portsJson(service.spec) } : {}),
      },
      ...(service.spec.ports.length > 0 ? { Ports: portsJson(service.spec) } : {}),
    },
    ...(service.update
      ? {
          UpdateStatus: {
            State: service.update.state,
            StartedAt: apiTime(service.updated),
            Message: service.update.message,
          },
        }
      : {}),
  };
}

const portsJson = ({ ports }: Spec) =>
  ports.map((port) => ({
    Protocol: port.protocol,
    TargetPort: port.target,
    PublishedPort: port.published,
    PublishMode: port.mode,
  }));

function specJson(spec: Spec): Record<string, unknown> {
  const some = (name: string, value: unknown, isThere: boolean) =>
    isThere ? { [name]: value } : {};
  const update = (config: Spec["update"]) => ({
    Parallelism: config?.parallelism ?? 1,
    ...(config?.delay ? { Delay: config.delay } : {}),
    FailureAction: config?.failure ?? "pause",
    Monitor: config?.monitor ?? 5e9,
    MaxFailureRatio: config?.ratio ?? 0,
    Order: config?.order ?? "stop-first",
  });
  const limits = {
    ...some("NanoCPUs", spec.cpus, spec.cpus > 0),
    ...some("MemoryBytes", spec.memory, spec.memory > 0),
  };
  const modes: Readonly<Record<string, unknown>> = {
    replicated: { Replicated: { Replicas: spec.replicas } },
    global: { Global: {} },
    replicatedjob: {
      ReplicatedJob: { MaxConcurrent: spec.replicas, TotalCompletions: spec.replicas },
    },
    globaljob: { GlobalJob: {} },
  };
  return {
    Name: spec.name,
    Labels: spec.labels,
    TaskTemplate: {
      ContainerSpec: {
        Image: spec.digest === "" ? spec.image : `${spec.image}@sha256:${spec.digest}`,
        ...some("Command", spec.command, spec.command.length > 0),
        ...some("Args", spec.args, spec.args.length > 0),
        ...some("Env", spec.env, spec.env.length > 0),
        ...some(
          "Mounts",
          spec.mounts.map((one) => ({ Type: one.type, Source: one.source, Target: one.target })),
          spec.mounts.length > 0,
        ),
        ...some(
          "Secrets",
          spec.secrets.map((name) => ({ SecretName: name })),
          spec.secrets.length > 0,
        ),
        Init: spec.init,
        Isolation: "default",
      },
      Resources: {
        Limits: limits,
        Reservations: some("MemoryBytes", spec.reserveMemory, spec.reserveMemory > 0),
      },
      RestartPolicy: {
        Condition: spec.restart.condition,
        Delay: spec.restart.delay < 0 ? 5e9 : spec.restart.delay,
        MaxAttempts: spec.restart.max,
      },
      Placement: some("Constraints", spec.constraints, spec.constraints.length > 0),
      ...some(
        "Networks",
        spec.networks.map((Target) => ({ Target })),
        spec.networks.length > 0,
      ),
      ForceUpdate: spec.force,
      Runtime: "container",
    },
    Mode: modes[spec.mode],
    UpdateConfig: update(spec.update),
    RollbackConfig: update(spec.rollback),
    EndpointSpec: { Mode: spec.endpoint, ...some("Ports", portsJson(spec), spec.ports.length > 0) },
  };
}

function prettyService(ctx: Ctx, { id, spec, update }: Service): string {
  const config = (title: string, order: string, one: Spec["update"]) =>
    `${title}:\n Parallelism:\t${one?.parallelism ?? 1}\n${one?.delay ? ` Delay:\t\t${span(one.delay)}\n` : ""} On failure:\t${one?.failure ?? "pause"}\n Monitoring Period: ${span(one?.monitor ?? 5e9)}\n Max failure ratio: ${one?.ratio ?? 0}\n ${order} order:  ${one?.order ?? "stop-first"}\n`;
  const lines = [
    `\nID:\t\t${id}\nName:\t\t${spec.name}\n`,
    Object.keys(spec.labels).length > 0
      ? `Labels:\n${Object.entries(spec.labels)
          .map(([key, value]) => ` ${key}=${value}\n`)
          .join("")}`
      : "",
    `Service Mode:\t${stateWords(spec.mode.replace("job", "Job"))}\n`,
    spec.mode === "replicated" ? ` Replicas:\t${spec.replicas}\n` : "",
    update
      ? `UpdateStatus:\n State:\t\t${update.state}\n Started:\t${agoWords(now(ctx.m), now(ctx.m))}\n Message:\t${update.message}\n`
      : "",
    "Placement:\n",
    spec.constraints.length > 0 ? ` Constraints:\t[${spec.constraints.join(" ")}]\n` : "",
    config("UpdateConfig", "Update", spec.update),
    config("RollbackConfig", "Rollback", spec.rollback),
    `ContainerSpec:\n Image:\t\t${spec.image}${spec.digest === "" ? "" : `@sha256:${spec.digest}`}\n`,
    spec.args.length > 0 ? ` Args:\t\t${spec.args.join(" ")} \n` : "",
    spec.env.length > 0 ? ` Env:\t\t${spec.env.join(" ")} \n` : "",
    ` Init:\t\t${spec.init}\n`,
    "Resources:\n",
    spec.memory > 0 ? ` Limits:\n  Memory:\t${binarySize(spec.memory)}\n` : "",
    `Endpoint Mode:\t${spec.endpoint}\n`,
    spec.ports.length > 0 ? "Ports:\n" : "",
    ...spec.ports.map(
      (port) =>
        ` PublishedPort = ${port.published}\n  Protocol = ${port.protocol}\n  TargetPort = ${port.target}\n  PublishMode = ${port.mode}\n`,
    ),
    "\n",
  ];
  return lines.join("");
}

function logs(ctx: Ctx): number {
  const { m } = ctx;
  const cluster = managed(m, ctx.host);
  const [name = ""] = ctx.args;
  const service =
    findService(cluster, name) ??
    refuseClient(
      `Error response from daemon: no such task or service: ${name}`.replace(
        "Error response from daemon: ",
        "",
      ),
    );
  for (const task of tasksOf(m, service.id)) {
    const host = cluster.nodes[task.node]?.host;
    if (host === undefined || task.container === "") continue;
    const node = cluster.nodes[task.node]?.name ?? "";
    const label =
      task.spec.mode === "replicated" ? `${task.spec.name}.${task.slot}` : task.spec.name;
    for (const { from, text } of hostOf(m, host).logs[task.container] ?? []) {
      const line = ctx.has("raw") ? text : `${label}.${shortId(task.id)}@${node}    | ${text}`;
      if (from === "o") ctx.out(line);
      else ctx.err(line);
    }
  }
  return 0;
}

addHandlers({
  "list services": listServices,
  "list tasks of services": listTasks,
  "list tasks of nodes": tasksOfNodes,
  "list nodes": listNodes,
  "inspect nodes": inspectNodes,
  "inspect services": inspectServices,
  "show logs of service": logs,
});
