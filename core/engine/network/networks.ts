import {
  changeContainer,
  hostOf,
  type Machine,
  newId,
  newSwarmId,
  now,
  put,
  putNetwork,
  refuse,
  tell,
} from "#core/engine/state/machine";
import type { Container, Endpoint, Network } from "#core/engine/types";
import {
  firstAddress,
  freeAddress,
  freeSubnet,
  inSubnet,
  subnetIsTaken,
  usedAddresses,
} from "./addresses";

export type NewNetwork = {
  name: string;
  driver?: string;
  subnet?: string;
  gateway?: string;
  range?: string;
  internal?: boolean;
  attachable?: boolean;
  labels?: Readonly<Record<string, string>>;
  options?: Readonly<Record<string, string>>;
};

/** Networks that a host knows: its own and, in a swarm, the swarm's. */
export function networksOf(m: Machine, host: string): Network[] {
  const inSwarm = Object.values(m.state.cluster?.nodes ?? {}).some((node) => node.host === host);
  const shared = inSwarm ? Object.values(m.state.cluster?.networks ?? {}) : [];
  return [...Object.values(hostOf(m, host).networks), ...shared];
}

/** A network by name, id or the beginning of its id. */
export function findNetwork(m: Machine, host: string, name: string): Network | undefined {
  const all = networksOf(m, host);
  return (
    all.find((one) => one.name === name) ??
    all.find((one) => one.id === name) ??
    (name.length > 3 ? all.find((one) => one.id.startsWith(name)) : undefined)
  );
}

const builtin = new Set(["bridge", "host", "none"]);
export const isBuiltin = ({ name, id }: Network): boolean => builtin.has(name) && id.length === 64;

export function createNetwork(m: Machine, host: string, wanted: NewNetwork): Network {
  const { name, driver = "bridge" } = wanted;
  if (networksOf(m, host).some((one) => one.name === name))
    refuse(`network with name ${name} already exists`);
  const known = ["bridge", "overlay", "macvlan", "ipvlan", "host", "null"];
  if (!known.includes(driver)) {
    put(m, ["now"], m.state.now + 15_000);
    refuse(`plugin "${driver}" not found`);
  }
  if (driver === "host") refuse('only one instance of "host" network is allowed');
  const overlay = driver === "overlay";
  if (overlay && !isManager(m, host)) {
    refuse(
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    );
  }
  const subnet = wanted.subnet ?? freeSubnet(m, host, overlay);
  if (wanted.subnet !== undefined && subnetIsTaken(m, host, subnet)) {
    refuse("invalid pool request: Pool overlaps with other one on this address space");
  }
  const vxlan = 4097 + Object.keys(m.state.cluster?.networks ?? {}).length - 1;
  const network: Network = {
    id: overlay ? newSwarmId(m) : newId(m),
    name,
    driver,
    scope: overlay ? "swarm" : "local",
    created: now(m),
    subnet,
    gateway: wanted.gateway ?? firstAddress(subnet),
    range: wanted.range ?? "",
    internal: wanted.internal ?? false,
    attachable: wanted.attachable ?? false,
    ingress: false,
    labels: wanted.labels ?? {},
    options: overlay
      ? { ...wanted.options, "com.docker.network.driver.overlay.vxlanid_list": String(vxlan) }
      : (wanted.options ?? {}),
  };
  if (overlay) put(m, ["cluster", "networks", network.id], network, `create network ${name}`);
  else putNetwork(m, host, network, `create network ${name}`);
  tell(m, host, {
    type: "network",
    action: "create",
    id: network.id,
    attributes: { name, type: driver },
  });
  return network;
}

const isManager = (m: Machine, host: string): boolean =>
  Object.values(m.state.cluster?.nodes ?? {}).some(
    (node) => node.host === host && node.role === "manager",
  );

/** Containers of a host that are connected to a network and run. */
export const membersOf = (m: Machine, host: string, { id }: Network): Container[] =>
  Object.values(hostOf(m, host).containers).filter((one) =>
    Object.values(one.networks).some((end) => end.network === id && end.ip !== ""),
  );

export function removeNetwork(m: Machine, host: string, name: string): void {
  const network = findNetwork(m, host, name) ?? refuse(`network ${name} not found`);
  if (isBuiltin(network)) refuse(`${network.name} is a pre-defined network and cannot be removed`);
  const users = Object.values(m.state.cluster?.services ?? {}).filter(({ spec }) =>
    spec.networks.includes(network.id),
  );
  const [user] = users;
  if (user)
    refuse(
      `rpc error: code = FailedPrecondition desc = network ${network.id} is in use by service ${user.id}`,
    );
  const members = membersOf(m, host, network);
  if (members.length > 0) {
    const list = [...members]
      .reverse()
      .map((one) => `name:"${one.name}" id:"${one.networks[network.name]?.endpoint.slice(0, 12)}"`);
    refuse(
      `error while removing network: network ${network.name} has active endpoints (${list.join(", ")})`,
    );
  }
  const path =
    network.scope === "swarm"
      ? ["cluster", "networks", network.id]
      : ["hosts", host, "networks", network.id];
  put(m, path, null, `remove network ${network.name}`);
  tell(m, host, {
    type: "network",
    action: "destroy",
    id: network.id,
    attributes: { name: network.name, type: network.driver },
  });
}

export type EndpointWish = { aliases?: readonly string[]; ip?: string; links?: readonly string[] };

/** A place on a network for a container, without an address as yet. */
export function newEndpoint(network: Network, wish: EndpointWish = {}): Endpoint {
  const { aliases = [], ip = "", links = [] } = wish;
  return { network: network.id, aliases, dns: [], links, ip: "", fixedIp: ip, endpoint: "" };
}

/** Gives an endpoint its address and its names; refuses an address that is taken. */
export function withAddress(
  m: Machine,
  network: Network,
  endpoint: Endpoint,
  name: string,
): Endpoint {
  const ip = endpoint.fixedIp || (network.subnet === "" ? "" : freeAddress(m, network));
  if (endpoint.fixedIp !== "" && usedAddresses(m, network).has(ip))
    refuse("Address already in use");
  const dns = isBuiltin(network) ? [] : [...new Set([name, ...endpoint.aliases])];
  return { ...endpoint, network: network.id, ip, dns, endpoint: newId(m) };
}

export function connectNetwork(
  m: Machine,
  host: string,
  name: string,
  container: Container,
  wish: EndpointWish,
): void {
  const network = findNetwork(m, host, name) ?? refuse(`network ${name} not found`);
  if (container.networks[network.name] !== undefined) {
    refuse(`endpoint with name ${container.name} already exists in network ${network.name}`);
  }
  if (network.scope === "swarm" && !network.attachable) {
    refuse(
      `Could not attach to network ${network.name}: rpc error: code = PermissionDenied desc = network ${network.name} not manually attachable`,
    );
  }
  if (network.name === "host")
    refuse(
      "cannot connect container to host network - container must be created in host network mode",
    );
  if (network.name === "bridge" && (wish.aliases?.length ?? 0) > 0)
    refuse("network-scoped aliases are only supported for user-defined networks");
  if (wish.ip && !inSubnet(wish.ip, network.subnet)) {
    refuse(
      `invalid endpoint settings:\nno configured subnet or ip-range contain the IP address ${wish.ip}`,
    );
  }
  const fresh = newEndpoint(network, wish);
  const running = container.status === "running" || container.status === "paused";
  const endpoint = running ? withAddress(m, network, fresh, container.name) : fresh;
  const networks = { ...container.networks, [network.name]: endpoint };
  changeContainer(
    m,
    host,
    container.id,
    { networks },
    `connect container ${container.name} to network ${network.name}`,
  );
  tell(m, host, {
    type: "network",
    action: "connect",
    id: network.id,
    attributes: { container: container.id, name: network.name, type: network.driver },
  });
}

export function disconnectNetwork(
  m: Machine,
  host: string,
  name: string,
  container: Container,
): void {
  const network = findNetwork(m, host, name) ?? refuse(`network ${name} not found`);
  if (container.networks[network.name] === undefined) {
    refuse(`container ${container.id} is not connected to network ${network.name}`);
  }
  const { [network.name]: _, ...networks } = container.networks;
  const ports = Object.keys(networks).length === 0 ? {} : container.ports;
  changeContainer(
    m,
    host,
    container.id,
    { networks, ports },
    `disconnect container ${container.name} from network ${network.name}`,
  );
  tell(m, host, {
    type: "network",
    action: "disconnect",
    id: network.id,
    attributes: { container: container.id, name: network.name, type: network.driver },
  });
}
