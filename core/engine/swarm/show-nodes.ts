import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import type { Node } from "#core/engine/cluster-types";
import { showInspected } from "#core/engine/inspect/show";
import { hostOf } from "#core/engine/state/machine";
import { apiTime, stateWords } from "#core/engine/state/words";
import { answers, managed, nodeAt } from "./cluster";
import { findNode } from "./find-by-name";

const reachable = (ctx: Pick<Ctx, "m">, node: Node) =>
  hostOf(ctx.m, node.host).frozen ? "Unreachable" : node.leader ? "Leader" : "Reachable";

const rowOf = (ctx: Ctx, node: Node, isSelf: boolean): Record<string, unknown> => ({
  ID: `${node.id}${isSelf && ctx.text("format") === undefined ? " *" : ""}`,
  Self: isSelf,
  Hostname: node.name,
  Status: answers(ctx.m, node) ? "Ready" : "Down",
  Availability: stateWords(node.availability),
  ManagerStatus: node.role === "manager" ? reachable(ctx, node) : "",
  EngineVersion: "28.5.2+dfsg4",
  TLSStatus: "Ready",
});

const heads = {
  ID: "ID",
  Hostname: "HOSTNAME",
  Status: "STATUS",
  Availability: "AVAILABILITY",
  ManagerStatus: "MANAGER STATUS",
  EngineVersion: "ENGINE VERSION",
};

function listNodes(ctx: Ctx): number {
  const cluster = managed(ctx.m, ctx.host);
  const self = nodeAt(ctx.m, ctx.host);
  const rows = Object.values(cluster.nodes)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((node) => rowOf(ctx, node, node.id === self?.id));
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

function nodeJson(ctx: Ctx, node: Node): Record<string, unknown> {
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

addHandlers({ "list nodes": listNodes, "inspect nodes": inspectNodes });
