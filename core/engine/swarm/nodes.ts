import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import { showListing } from "#core/engine/client/listing";
import { refuseClient } from "#core/engine/client/words";
import type { Node, Secret } from "#core/engine/cluster-types";
import { removeContainer } from "#core/engine/containers/remove-container";
import { readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import { showInspected } from "#core/engine/inspect/show";
import { hostOf, newSwarmId, now, put, refuse, setClock } from "#core/engine/state/machine";
import { agoWords, apiTime } from "#core/engine/state/words";
import {
  clusterOf,
  initSwarm,
  joinSwarm,
  leaveSwarm,
  managed,
  nodeAt,
  putNode,
  tokenOf,
} from "./cluster";
import { endTask } from "./end-task";
import { findNode } from "./find-by-name";
import { reconcile } from "./reconcile";
import { isDead } from "./tasks";

const joinWords = (role: string, command: string) =>
  `To add a ${role} to this swarm, run the following command:\n\n    ${command}\n\n`;

function commandFor(ctx: Ctx, role: string): string {
  const cluster = clusterOf(ctx.m);
  const own = nodeAt(ctx.m, ctx.host);
  return `docker swarm join --token ${tokenOf(cluster, role)} ${own?.address ?? hostOf(ctx.m, ctx.host).ip}:2377`;
}

function init(ctx: Ctx): number {
  const { m, host } = ctx;
  setClock(m, now(m) + 500);
  const node = initSwarm(m, host, ctx.flags("advertise-addr").at(-1) ?? "");
  ctx.out(`Swarm initialized: current node (${node.id}) is now a manager.\n\n`);
  ctx.out(joinWords("worker", commandFor(ctx, "worker")));
  ctx.out(
    "To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.\n\n",
  );
  return 0;
}

function join(ctx: Ctx): number {
  const { m, host } = ctx;
  setClock(m, now(m) + 800);
  const node = joinSwarm(m, host, ctx.text("token") ?? "", ctx.args[0] ?? "");
  ctx.out(`This node joined a swarm as a ${node.role}.\n`);
  reconcileAll(ctx);
  return 0;
}

const reconcileAll = ({ m }: Ctx): void => {
  for (const id of Object.keys(m.state.cluster?.services ?? {})) reconcile(m, id);
};

function leave(ctx: Ctx): number {
  const { m, host } = ctx;
  setClock(m, now(m) + 150);
  leaveSwarm(m, host, ctx.has("force"));
  for (const container of Object.values(hostOf(m, host).containers)) {
    if (container.task !== undefined) removeContainer(m, host, container.id, true);
  }
  ctx.out("Node left the swarm.\n");
  return 0;
}

function joinToken(ctx: Ctx): number {
  const { m, host } = ctx;
  managed(m, host);
  const role = ctx.text("role") ?? "worker";
  if (ctx.has("rotate"))
    put(
      m,
      ["cluster", role === "manager" ? "manager" : "worker"],
      newSwarmId(m),
      `new token for ${role}s`,
    );
  if (ctx.command.flags.some(({ name }) => name === "quiet")) {
    ctx.out(`${tokenOf(clusterOf(m), role)}\n`);
    return 0;
  }
  if (ctx.has("rotate")) ctx.out(`Successfully rotated ${role} join token.\n\n`);
  ctx.out(joinWords(role, commandFor(ctx, role)));
  return 0;
}

const failed = (words: string): never =>
  refuse(`rpc error: code = FailedPrecondition desc = ${words}`);

function drain(ctx: Ctx, node: Node): void {
  const { m } = ctx;
  for (const task of Object.values(m.state.cluster?.tasks ?? {})) {
    if (task.node === node.id && !isDead(task)) endTask(m, task, "shutdown");
  }
}

function changeNode(ctx: Ctx, name: string, change: Readonly<Record<string, Json>>): void {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  const node = findNode(ctx, cluster, name);
  const role = typeof change.role === "string" ? change.role : node.role;
  const managers = Object.values(cluster.nodes).filter((one) => one.role === "manager");
  if (node.role === "manager" && role === "worker" && managers.length === 1)
    failed("attempting to demote the last manager of the swarm");
  const availability =
    typeof change.availability === "string" ? change.availability : node.availability;
  const labels = { ...node.labels };
  for (const [key, value] of Object.entries(change)) {
    const label = /^label (.*)$/.exec(key)?.[1];
    if (label === undefined) continue;
    if (typeof value === "object" && value !== null) delete labels[label];
    else labels[label] = String(value ?? "");
  }
  const next: Node = {
    ...node,
    role: role === "manager" ? "manager" : "worker",
    availability: availability === "drain" || availability === "pause" ? availability : "active",
    labels,
    leader: node.leader && role === "manager",
  };
  putNode(m, next, `node ${node.name}: ${next.role}, ${next.availability}`);
  if (next.availability === "drain" && node.availability !== "drain") drain(ctx, next);
  const waiting = Object.values(m.state.cluster?.tasks ?? {}).filter(
    (task) => task.state === "pending" && task.desired === "running",
  );
  for (const task of waiting) put(m, ["cluster", "tasks", task.id], null);
  reconcileAll(ctx);
}

const changesOf = (ctx: Ctx, name: string): Readonly<Record<string, Json>> => {
  const value = ctx.get(`node ${name}`);
  return (Array.isArray(value) ? value[0] : {}) as Readonly<Record<string, Json>>;
};

function update(ctx: Ctx): number {
  const { verb } = ctx.command;
  const promoted = verb === "node promote" ? "manager" : verb === "node demote" ? "worker" : null;
  return forEach(ctx, ctx.args, (name) => {
    const before = findNode(ctx, managed(ctx.m, ctx.host), name);
    if (promoted !== null && before.role === promoted) {
      ctx.err(`Node ${name} is already a ${promoted}.\n`);
      return;
    }
    changeNode(ctx, name, changesOf(ctx, name));
    if (promoted === "manager") ctx.out(`Node ${name} promoted to a manager in the swarm.\n`);
    else if (promoted === "worker") ctx.out(`Manager ${name} demoted in the swarm.\n`);
    else ctx.out(`${name}\n`);
  });
}

function removeNodes(ctx: Ctx): number {
  return forEach(ctx, ctx.args, (name) => {
    const node = findNode(ctx, managed(ctx.m, ctx.host), name);
    if (node.role === "manager") {
      failed(
        `node ${node.id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`,
      );
    }
    if (node.state !== "down" && !ctx.has("force"))
      failed(`node ${node.id} is not down and can't be removed`);
    put(ctx.m, ["cluster", "nodes", node.id], null, `remove node ${node.name}`);
    ctx.out(`${name}\n`);
  });
}

type Kind = "secret" | "config";
const tableOf = (ctx: Ctx, kind: Kind) =>
  managed(ctx.m, ctx.host)[kind === "secret" ? "secrets" : "configs"];

function contentsOf(ctx: Ctx): string {
  const file = ctx.args[1] ?? "-";
  if (file === "-") return ctx.call.stdin.text;
  const text = readText(ctx.m, ctx.place, fullPath(file, ctx.call.thread.cwd));
  return (
    text ?? refuseClient(`error reading from ${file}: open ${file}: no such file or directory`)
  );
}

const create =
  (kind: Kind) =>
  (ctx: Ctx): number => {
    const data = contentsOf(ctx);
    const name = ctx.args[0] ?? "";
    if (Object.values(tableOf(ctx, kind)).some((one) => one.name === name))
      refuse(`rpc error: code = AlreadyExists desc = ${kind} ${name} already exists`);
    const labels = Object.fromEntries(
      ctx.under("label").map(([key, value]) => [key, String(value ?? "")]),
    );
    const made: Secret = { id: newSwarmId(ctx.m), name, data, created: now(ctx.m), labels };
    put(ctx.m, ["cluster", `${kind}s`, made.id], made, `create ${kind} ${name}`);
    ctx.out(`${made.id}\n`);
    return 0;
  };

const list =
  (kind: Kind) =>
  (ctx: Ctx): number => {
    const at = now(ctx.m);
    const rows = Object.values(tableOf(ctx, kind))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => ({
        ID: one.id,
        Name: one.name,
        Driver: "",
        CreatedAt: agoWords(one.created, at),
        UpdatedAt: agoWords(one.created, at),
      }));
    const columns =
      kind === "secret"
        ? ["ID", "Name", "Driver", "CreatedAt", "UpdatedAt"]
        : ["ID", "Name", "CreatedAt", "UpdatedAt"];
    const heads = {
      ID: "ID",
      Name: "NAME",
      Driver: "DRIVER",
      CreatedAt: "CREATED",
      UpdatedAt: "UPDATED",
    };
    ctx.out(showListing({ context: `${kind}Context`, heads, columns, rows }, ctx.text("format")));
    return 0;
  };

const remove =
  (kind: Kind) =>
  (ctx: Ctx): number =>
    forEach(ctx, ctx.args, (name) => {
      const cluster = managed(ctx.m, ctx.host);
      const one =
        Object.values(tableOf(ctx, kind)).find((each) => each.name === name || each.id === name) ??
        refuse(`${kind} ${name} not found`);
      const users = Object.values(cluster.services).filter(({ spec }) =>
        kind === "secret"
          ? spec.secrets.includes(one.name)
          : spec.configs.some((each) => each.name === one.name),
      );
      if (users.length > 0) {
        const words = users.length === 1 ? "the following service" : "the following services";
        refuse(
          `rpc error: code = InvalidArgument desc = ${kind} '${one.name}' is in use by ${words}: ${users.map(({ spec }) => spec.name).join(", ")}`,
        );
      }
      put(ctx.m, ["cluster", `${kind}s`, one.id], null, `remove ${kind} ${one.name}`);
      ctx.out(`${name}\n`);
    });

const inspect =
  (kind: Kind) =>
  (ctx: Ctx): number => {
    const all = Object.values(tableOf(ctx, kind));
    const find = (name: string) => {
      const one = all.find((each) => each.name === name || each.id.startsWith(name));
      if (!one) return null;
      const data = kind === "config" ? { Data: btoa(one.data) } : {};
      return {
        ID: one.id,
        Version: { Index: 11 },
        CreatedAt: apiTime(one.created),
        UpdatedAt: apiTime(one.created),
        Spec: { Name: one.name, Labels: one.labels, ...data },
      };
    };
    return showInspected(
      ctx,
      ctx.args,
      find,
      (name) => `Error response from daemon: ${kind} ${name} not found`,
    );
  };

addHandlers({
  "start swarm": init,
  "join swarm": join,
  "leave swarm": leave,
  "show join token": joinToken,
  "update nodes": update,
  "update node": update,
  "remove nodes": removeNodes,
  "create secret": create("secret"),
  "list secrets": list("secret"),
  "remove secrets": remove("secret"),
  "inspect secrets": inspect("secret"),
  "create config": create("config"),
  "list configs": list("config"),
  "remove configs": remove("config"),
  "inspect configs": inspect("config"),
});
