import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { cutTo } from "#core/engine/client/table";
import type { Cluster, Task } from "#core/engine/cluster-types";
import { shortId } from "#core/engine/state/ids";
import { now } from "#core/engine/state/machine";
import { agoWords, stateWords } from "#core/engine/state/words";
import { managed } from "./cluster";
import { findNode, findService } from "./find-by-name";
import { tasksOf } from "./tasks";

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

addHandlers({ "list tasks of services": listTasks, "list tasks of nodes": tasksOfNodes });
