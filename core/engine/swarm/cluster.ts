import type { Cluster, Node, Service, Task } from "#core/engine/cluster-types";
import { createNetwork } from "#core/engine/network/networks";
import { swarmIdOf } from "#core/engine/state/ids";
import { hostOf, type Machine, newSwarmId, now, put, refuse } from "#core/engine/state/machine";
import type { Network } from "#core/engine/types";

const notManager =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
const workersOnly =
  "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.";
const noQuorum =
  "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.";

export const clusterOf = (m: Machine): Cluster => m.state.cluster ?? refuse(notManager);
export const nodeAt = (m: Machine, host: string): Node | undefined =>
  Object.values(m.state.cluster?.nodes ?? {}).find((node) => node.host === host);

/** The cluster as a manager sees it; refuses where the host is none, or too few answer. */
export function managed(m: Machine, host: string): Cluster {
  const node = nodeAt(m, host);
  const { cluster } = m.state;
  if (cluster === null || node === undefined) return refuse(notManager);
  if (node.role !== "manager") return refuse(workersOnly);
  const managers = Object.values(cluster.nodes).filter(({ role }) => role === "manager");
  const online = managers.filter((one) => !hostOf(m, one.host).frozen);
  if (online.length * 2 <= managers.length) refuse(noQuorum);
  return cluster;
}

export const putNode = (m: Machine, node: Node, did?: string): void =>
  put(m, ["cluster", "nodes", node.id], node, did);
export const putService = (m: Machine, service: Service, did?: string): void =>
  put(m, ["cluster", "services", service.id], service, did);
export const putTask = (m: Machine, task: Task, did?: string): void =>
  put(m, ["cluster", "tasks", task.id], task, did);
export const changeTask = (m: Machine, id: string, change: Partial<Task>, did?: string): void => {
  const task = m.state.cluster?.tasks[id];
  if (task !== undefined) putTask(m, { ...task, ...change, changed: now(m) }, did);
};

const token = (secret: string, kind: string) =>
  `SWMTKN-1-${swarmIdOf(`${secret}/ca`, 25)}${swarmIdOf(`${secret}/cb`, 25)}-${swarmIdOf(`${secret}/${kind}`)}`;
export const tokenOf = ({ secret, worker, manager }: Cluster, role: string): string =>
  token(secret, role === "manager" ? `m${manager}` : `w${worker}`);

function bridgeOf(m: Machine, host: string): void {
  const own = hostOf(m, host);
  if (Object.values(own.networks).some(({ name }) => name === "docker_gwbridge")) return;
  createNetwork(m, host, {
    name: "docker_gwbridge",
    options: {
      "com.docker.network.bridge.enable_icc": "false",
      "com.docker.network.bridge.enable_ip_masquerade": "true",
      "com.docker.network.bridge.name": "docker_gwbridge",
    },
  });
}

function newNode(
  m: Machine,
  host: string,
  role: Node["role"],
  leader: boolean,
  address: string,
): Node {
  const { name } = hostOf(m, host);
  return {
    id: newSwarmId(m),
    host,
    name,
    role,
    availability: "active",
    state: "ready",
    leader,
    labels: {},
    joined: now(m),
    address,
  };
}

export function initSwarm(m: Machine, host: string, address: string): Node {
  if (nodeAt(m, host)) {
    refuse(
      'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.',
    );
  }
  if (address !== "" && !/^\d+(?:\.\d+){3}(?::\d+)?$/.test(address))
    refuse(`could not find network interface ${JSON.stringify(address)}`);
  if (m.state.cluster !== null) refuse("only one swarm at a time is modelled here");
  const ingress: Network = {
    id: newSwarmId(m),
    name: "ingress",
    driver: "overlay",
    scope: "swarm",
    created: now(m),
    subnet: "10.0.0.0/24",
    gateway: "10.0.0.1",
    range: "",
    internal: false,
    attachable: false,
    ingress: true,
    labels: {},
    options: { "com.docker.network.driver.overlay.vxlanid_list": "4096" },
  };
  const secret = newSwarmId(m);
  const node = newNode(
    m,
    host,
    "manager",
    true,
    address.replace(/:\d+$/, "") || hostOf(m, host).ip,
  );
  const cluster: Cluster = {
    id: newSwarmId(m),
    secret,
    worker: "1",
    manager: "1",
    nodes: { [node.id]: node },
    services: {},
    tasks: {},
    secrets: {},
    configs: {},
    networks: { [ingress.id]: ingress },
  };
  put(m, ["cluster"], cluster, "start swarm");
  bridgeOf(m, host);
  return node;
}

export function joinSwarm(m: Machine, host: string, given: string, manager: string): Node {
  if (nodeAt(m, host)) {
    refuse(
      'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.',
    );
  }
  if (!/^SWMTKN-1-[a-z0-9]{40,}-[a-z0-9]{20,}$/.test(given)) refuse("invalid join token");
  const { cluster } = m.state;
  const address = manager.replace(/:\d+$/, "");
  const there = Object.values(cluster?.nodes ?? {}).find(
    (one) =>
      one.role === "manager" && (one.address === address || hostOf(m, one.host).ip === address),
  );
  if (cluster === null || !there)
    return refuse(
      `rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${manager}: connect: connection refused"`,
    );
  const role =
    given === tokenOf(cluster, "manager")
      ? "manager"
      : given === tokenOf(cluster, "worker")
        ? "worker"
        : refuse(
            "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster",
          );
  const node = newNode(m, host, role, false, hostOf(m, host).ip);
  putNode(m, node, `node ${node.name} joins`);
  bridgeOf(m, host);
  return node;
}

export function leaveSwarm(m: Machine, host: string, force: boolean): void {
  const node = nodeAt(m, host) ?? refuse("This node is not part of a swarm");
  const managers = Object.values(m.state.cluster?.nodes ?? {}).filter(
    ({ role }) => role === "manager",
  );
  if (node.role === "manager" && !force) {
    refuse(
      managers.length === 1
        ? "You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message."
        : "You are attempting to leave the swarm on a node that is participating as a manager. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.",
    );
  }
  if (node.role === "manager" && managers.length === 1) put(m, ["cluster"], null, "leave swarm");
  else putNode(m, { ...node, state: "down", leader: false }, `node ${node.name} leaves`);
}

/** Nodes that answer: those whose engine stands still are down after a while. */
export const answers = (m: Machine, node: Node): boolean =>
  node.state !== "down" && !hostOf(m, node.host).frozen;
