import type { Cluster, Node, Service, Spec, Task } from "#core/engine/cluster-types";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Network } from "#core/engine/types";

type Fields = Record<string, unknown>;
const some = (value: unknown): boolean =>
  !(value === undefined || value === null || value === "" || value === false || value === 0) &&
  !(Array.isArray(value) && value.length === 0) &&
  !(typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);
const clean = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => some(value)));

const nodeAt = (m: Machine): Node | undefined =>
  Object.values(m.state.cluster?.nodes ?? {}).find(({ host }) => host === "1");

function nodeOf(m: Machine, node: Node): Fields {
  const frozen = hostOf(m, node.host).frozen || node.state === "down";
  return clean({
    name: node.name,
    role: node.role,
    availability: node.availability,
    state: frozen ? "down" : "ready",
    leader: node.leader,
    reachability: node.role === "manager" ? (frozen ? "unreachable" : "reachable") : undefined,
    labels: node.labels,
  });
}

const updateOf = (config: Spec["update"]) =>
  config &&
  clean({
    parallelism: String(config.parallelism),
    delay: config.delay,
    onFailure: config.failure,
    order: config.order,
  });

function limitsOf(cpus: number, memory: number): Fields {
  return clean({ NanoCPUs: cpus, MemoryBytes: memory });
}

function serviceOf(cluster: Cluster, { id, spec, previous, update }: Service): Fields {
  const tasks = Object.values(cluster.tasks).filter((task) => task.service === id);
  const running = tasks.filter((task) => task.state === "running").length;
  const isGlobal = spec.mode === "global" || spec.mode === "globaljob";
  const nodes = Object.values(cluster.nodes).filter(
    (node) => node.availability === "active",
  ).length;
  const networks = spec.networks.map((one) => cluster.networks[one]?.name ?? one);
  return clean({
    name: spec.name,
    mode: spec.mode,
    replicas: spec.mode === "replicated" ? String(spec.replicas) : undefined,
    running: String(running),
    desired: String(isGlobal ? nodes : spec.replicas),
    image: spec.image,
    command: spec.command,
    args: spec.args,
    env: [...spec.env].sort(),
    labels: spec.labels,
    constraints: spec.constraints,
    ports: spec.ports.map(
      (port) => `${port.mode}:${port.published || ""}->${port.target}/${port.protocol}`,
    ),
    networks,
    mounts: spec.mounts.map((one) => `${one.type}:${one.source}:${one.target}`),
    secrets: spec.secrets,
    configs: spec.configs.map(({ name }) => name),
    limits: limitsOf(spec.cpus, spec.memory),
    reservations: limitsOf(spec.reserveCpus, spec.reserveMemory),
    update: updateOf(spec.update),
    updateStatus: update?.state,
    hasPrevious: previous !== null,
  });
}

function taskOf(cluster: Cluster, task: Task): Fields {
  const service = cluster.services[task.service]?.spec.name ?? "?";
  const node = task.state === "pending" ? undefined : cluster.nodes[task.node]?.name;
  return clean({
    name: `${service}.${task.spec.mode === "replicated" ? task.slot : (node ?? "?")}`,
    image: task.spec.image,
    node,
    desired: task.desired,
    state: task.state,
    error: task.error,
    exit: task.exit === 0 ? undefined : String(task.exit),
  });
}

/** What a host knows of its swarm, in the form of the recorded sessions. */
export const swarmSnapshot = {
  of: (m: Machine, see: (kind: string, id: string) => string): Fields | null => {
    const { cluster } = m.state;
    const own = nodeAt(m);
    if (cluster === null || own === undefined) return null;
    const swarm: Fields = { state: "active", manager: own.role === "manager" };
    if (own.role !== "manager") return swarm;
    const byAge = <T extends { created?: number; joined?: number }>(list: T[]) =>
      list.sort((a, b) => (a.created ?? a.joined ?? 0) - (b.created ?? b.joined ?? 0));
    for (const one of byAge(Object.values(cluster.nodes) as (Node & { created?: number })[]))
      see("m", one.id);
    for (const one of byAge(Object.values(cluster.services) as (Service & { joined?: number })[]))
      see("s", one.id);
    const listed = Object.values(cluster.tasks).filter(({ state }) => state !== "orphaned");
    const tasks = byAge(listed as (Task & { joined?: number })[]);
    for (const one of tasks) see("t", one.id);
    const name = (a: Fields, b: Fields) =>
      String(a.name) < String(b.name) ? -1 : String(a.name) > String(b.name) ? 1 : 0;
    swarm.nodes = Object.values(cluster.nodes)
      .map((one) => nodeOf(m, one))
      .sort(name);
    swarm.services = Object.values(cluster.services)
      .map((one) => serviceOf(cluster, one))
      .sort(name);
    swarm.tasks = tasks.map((one) => taskOf(cluster, one)).sort(name);
    const secrets = Object.values(cluster.secrets)
      .map((one) => one.name)
      .sort();
    const configs = Object.values(cluster.configs)
      .map((one) => one.name)
      .sort();
    if (secrets.length > 0) swarm.secrets = secrets;
    if (configs.length > 0) swarm.configs = configs;
    return swarm;
  },
  /** Members of a network that are no containers: the ends of the mesh. */
  members: (m: Machine, network: Network): string[] => {
    const own = nodeAt(m);
    if (own === undefined) return [];
    const running = Object.values(hostOf(m, "1").containers).filter(
      ({ status }) => status === "running",
    );
    const onOverlay = running.filter((one) =>
      Object.values(one.networks).some(({ network: id, ip }) => id.length === 25 && ip !== ""),
    );
    if (network.name === "docker_gwbridge") {
      return [...onOverlay.map((one) => `gateway_${one.id.slice(0, 12)}`), "gateway_ingress-sbox"];
    }
    if (network.ingress) return ["ingress-endpoint"];
    if (network.scope !== "swarm") return [];
    const used = Object.values(m.state.cluster?.tasks ?? {}).some(
      (task) => task.node === own.id && task.spec.networks.includes(network.id),
    );
    return used ? [`${network.name}-endpoint`] : [];
  },
};
