import type { Ctx } from "#core/engine/client/context";
import type { Cluster, Node, Service } from "#core/engine/cluster-types";
import { refuse } from "#core/engine/state/machine";
import { nodeAt } from "./cluster";

/** A node by its name or the start of its id; `self` is the one asked. */
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

/** A service by its name or the start of its id. */
export function findService(cluster: Cluster, name: string): Service | undefined {
  const all = Object.values(cluster.services);
  return (
    all.find(({ spec }) => spec.name === name) ??
    all.find(({ id }) => id === name) ??
    (name.length > 3 ? all.find(({ id }) => id.startsWith(name)) : undefined)
  );
}
