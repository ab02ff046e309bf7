import type { Cluster, Node, Spec } from "#core/engine/cluster-types";
import type { Machine } from "#core/engine/state/machine";
import { answers } from "./cluster";

const memoryOfNode = 8_337_690_624;
const cpusOfNode = 2_000_000_000;

function meets(node: Node, constraint: string): boolean {
  const [, key = "", sign = "==", value = ""] =
    /^\s*([\w.-]+)\s*(==|!=)\s*(.*?)\s*$/.exec(constraint) ?? [];
  const label = /^node\.labels\.(.+)$/.exec(key)?.[1];
  const values: Readonly<Record<string, string>> = {
    "node.role": node.role,
    "node.id": node.id,
    "node.hostname": node.name,
    "node.platform.os": "linux",
    "node.platform.arch": "x86_64",
  };
  const own = label !== undefined ? node.labels[label] : values[key];
  return (own === value) === (sign === "==");
}

/** The node that a task goes to: of those that fit the one with the fewest; or why there is none. */
export function placeFor(
  m: Machine,
  cluster: Cluster,
  spec: Spec,
  only?: Node,
): { node: Node } | { why: string } {
  const all = Object.values(cluster.nodes).filter(
    ({ state }) => state !== "down" || only === undefined,
  );
  const reasons = new Map<string, number>();
  const reject = (why: string) => {
    reasons.set(why, (reasons.get(why) ?? 0) + 1);
    return false;
  };
  const fits = all.filter((node) => {
    if (only !== undefined && node.id !== only.id) return false;
    if (!answers(m, node) || node.availability !== "active")
      return reject("not available for new tasks");
    if (!spec.constraints.every((one) => meets(node, one)))
      return reject("scheduling constraints not satisfied");
    if (spec.reserveMemory > memoryOfNode || spec.reserveCpus > cpusOfNode)
      return reject("insufficient resources");
    const host = spec.ports.filter(({ mode }) => mode === "host");
    const taken = Object.values(cluster.tasks).some(
      (task) =>
        task.node === node.id &&
        (task.desired === "running" || task.desired === "ready") &&
        task.spec.ports.some(
          (port) => port.mode === "host" && host.some((one) => one.published === port.published),
        ),
    );
    return taken ? reject("host-mode port already in use") : true;
  });
  const count = (node: Node) =>
    Object.values(cluster.tasks).filter(
      (task) => task.node === node.id && task.desired === "running",
    ).length;
  const same = (node: Node) =>
    Object.values(cluster.tasks).filter(
      (task) => task.node === node.id && task.spec.name === spec.name && task.desired === "running",
    ).length;
  const [best] = fits.sort(
    (a, b) => same(a) - same(b) || count(a) - count(b) || (a.name < b.name ? -1 : 1),
  );
  if (best) return { node: best };
  const words = [...reasons].map(([why, n]) => {
    const nodes = `${n} node${n === 1 ? "" : "s"}`;
    return why.startsWith("not available")
      ? `${nodes} not available for new tasks`
      : `${why} on ${nodes}`;
  });
  return { why: `no suitable node (${words.join("; ")})` };
}

/** Nodes on which a service in global mode has a task. */
export const globalNodes = (m: Machine, cluster: Cluster, spec: Spec): Node[] =>
  Object.values(cluster.nodes).filter(
    (node) =>
      answers(m, node) &&
      node.availability === "active" &&
      spec.constraints.every((one) => meets(node, one)),
  );
