import type { Place } from "#core/engine/files/file-system";
import type { Service } from "#core/engine/process/types";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";

const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;

export const containerAt = ({ state }: Machine, { host, container }: Place): Container | null =>
  container === null ? null : (state.hosts[host]?.containers[container] ?? null);

/** Every running container of every host, with the host's number. */
function* running(m: Machine): Generator<[string, Container]> {
  for (const [number, host] of Object.entries(m.state.hosts)) {
    for (const container of Object.values(host.containers)) {
      if (container.status === "running" || container.status === "paused")
        yield [number, container];
    }
  }
}

/** Addresses that a name has for whoever asks; none where nobody knows it. */
export function resolveName(m: Machine, place: Place, name: string): string[] {
  if (address.test(name)) return [name];
  if (name === "localhost") return ["127.0.0.1"];
  const own = containerAt(m, place);
  if (own === null || own.host.network === "host") {
    const host = Object.values(m.state.hosts).find((one) => one.name === name);
    return host ? [host.ip] : [];
  }
  const fromFile = hostsEntry(m, place.host, own, name);
  if (fromFile.length > 0) return fromFile;
  return Object.keys(own.networks).flatMap((network) =>
    network === "bridge" ? [] : namesOn(m, own, network, name),
  );
}

function hostsEntry(m: Machine, host: string, own: Container, name: string): string[] {
  if (name === own.config.hostname) {
    return Object.values(own.networks).flatMap(({ ip }) => (ip === "" ? [] : [ip]));
  }
  for (const extra of own.host.extraHosts) {
    const at = extra.search(/[:=]/);
    if (extra.slice(0, at) === name)
      return [extra.slice(at + 1).replace("host-gateway", "172.17.0.1")];
  }
  for (const link of own.host.links) {
    const [target = "", alias = target] = link.split(":");
    const linked = Object.values(hostOf(m, host).containers).find((one) => one.name === target);
    if (!linked || ![alias, target, linked.config.hostname].includes(name)) continue;
    const shared = Object.keys(own.networks).find((network) => linked.networks[network]?.ip);
    const ip = shared === undefined ? "" : linked.networks[shared]?.ip;
    if (ip) return [ip];
  }
  return [];
}

function namesOn(m: Machine, own: Container, network: string, name: string): string[] {
  const id = own.networks[network]?.network;
  const found: string[] = [];
  for (const [, container] of running(m)) {
    const endpoint = container.networks[network];
    if (endpoint === undefined || endpoint.network !== id || endpoint.ip === "") continue;
    const names = [...endpoint.dns, ...endpoint.aliases, container.name, container.id.slice(0, 12)];
    if (names.includes(name) || serviceNames(m, container).includes(name)) found.push(endpoint.ip);
  }
  return found;
}

/** Names that a service's tasks answer to. */
function serviceNames(m: Machine, { task }: Container): string[] {
  const service = task === undefined ? undefined : m.state.cluster?.tasks[task];
  return service ? [service.spec.name, `tasks.${service.spec.name}`, ...service.spec.aliases] : [];
}

/** What listens at a port of a container. */
export function serviceOf(container: Container, port: number): Service | null {
  if (container.status !== "running") return null;
  const threads = [container.thread, ...container.extras.map(({ thread }) => thread)];
  return threads.find((thread) => thread?.service?.port === port)?.service ?? null;
}

/** Who answers at a port of a host's addresses, and at which port of theirs. */
export function publishedAt(
  m: Machine,
  host: string,
  port: number,
  local: boolean,
): { container: Container; port: number; host: string } | null {
  for (const container of Object.values(hostOf(m, host).containers)) {
    for (const [target, bindings] of Object.entries(container.ports)) {
      if (!target.endsWith("/tcp")) continue;
      const fits = bindings?.some(
        (one) =>
          Number(one.port) === port &&
          (local || one.ip === "0.0.0.0" || one.ip === hostOf(m, host).ip),
      );
      if (fits) return { container, port: Number.parseInt(target, 10), host };
    }
    if (container.host.network === "host" && serviceOf(container, port))
      return { container, port, host };
  }
  return ingressAt(m, port);
}

function ingressAt(
  m: Machine,
  port: number,
): { container: Container; port: number; host: string } | null {
  for (const [host, container] of running(m)) {
    const task = container.task === undefined ? undefined : m.state.cluster?.tasks[container.task];
    const published = task?.spec.ports.find(
      (one) => one.published === port && one.mode === "ingress",
    );
    if (published && task?.state === "running") return { container, port: published.target, host };
  }
  return null;
}

export type Reached =
  | { kind: "service"; service: Service; place: Place; ip: string }
  | { kind: "refused"; ip: string }
  | { kind: "reset"; ip: string }
  | { kind: "timeout"; ip: string }
  | { kind: "unknown" };

/** Who answers when a place calls a name or address at a port. */
export function reach(m: Machine, place: Place, name: string, port: number): Reached {
  const [ip] = resolveName(m, place, name);
  if (ip === undefined) return { kind: "unknown" };
  const own = containerAt(m, place);
  const isHost = own === null || own.host.network === "host";
  if (ip.startsWith("127.")) {
    if (isHost) return atHost(m, place.host, port, ip, true);
    const service = serviceOf(own, port);
    return service ? { kind: "service", service, place, ip } : { kind: "refused", ip };
  }
  const host = Object.entries(m.state.hosts).find(([, one]) => one.ip === ip);
  if (host) return atHost(m, host[0], port, ip, false);
  for (const [number, container] of running(m)) {
    const endpoint = Object.entries(container.networks).find(([, one]) => one.ip === ip);
    if (endpoint === undefined) continue;
    const shares = isHost
      ? number === place.host
      : own.networks[endpoint[0]]?.network === endpoint[1].network;
    if (!shares) return { kind: "timeout", ip };
    const service = serviceOf(container, port);
    const at = { host: number, container: container.id };
    return service ? { kind: "service", service, place: at, ip } : { kind: "refused", ip };
  }
  // A gateway is the host itself.
  if (/\.0\.1$/.test(ip)) return atHost(m, place.host, port, ip, false);
  return { kind: "timeout", ip };
}

function atHost(m: Machine, host: string, port: number, ip: string, local: boolean): Reached {
  const found = publishedAt(m, host, port, local);
  if (found === null) return { kind: "refused", ip };
  const service = serviceOf(found.container, found.port);
  const at = { host: found.host, container: found.container.id };
  return service ? { kind: "service", service, place: at, ip } : { kind: "reset", ip };
}
