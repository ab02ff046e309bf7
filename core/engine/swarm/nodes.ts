import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import type { Node } from "#core/engine/cluster-types";
import { removeContainer } from "#core/engine/containers/remove-container";
import { hostOf, newSwarmId, now, put, refuse, setClock } from "#core/engine/state/machine";
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

type Change = Readonly<Record<string, Json>>;

function labelsAfter(node: Node, change: Change): Record<string, string> {
  const labels = { ...node.labels };
  for (const [key, value] of Object.entries(change)) {
    const label = /^label (.*)$/.exec(key)?.[1];
    if (label === undefined) continue;
    if (typeof value === "object" && value !== null) delete labels[label];
    else labels[label] = String(value ?? "");
  }
  return labels;
}

function changeNode(ctx: Ctx, name: string, change: Change): void {
  const { m, host } = ctx;
  const cluster = managed(m, host);
  const node = findNode(ctx, cluster, name);
  const role = typeof change.role === "string" ? change.role : node.role;
  const managers = Object.values(cluster.nodes).filter((one) => one.role === "manager");
  if (node.role === "manager" && role === "worker" && managers.length === 1)
    failed("attempting to demote the last manager of the swarm");
  const availability =
    typeof change.availability === "string" ? change.availability : node.availability;
  const next: Node = {
    ...node,
    role: role === "manager" ? "manager" : "worker",
    availability: availability === "drain" || availability === "pause" ? availability : "active",
    labels: labelsAfter(node, change),
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

const changesOf = (ctx: Ctx, name: string): Change => {
  const value = ctx.get(`node ${name}`);
  return (Array.isArray(value) ? value[0] : {}) as Change;
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

addHandlers({
  "start swarm": init,
  "join swarm": join,
  "leave swarm": leave,
  "show join token": joinToken,
  "update nodes": update,
  "update node": update,
  "remove nodes": removeNodes,
});
