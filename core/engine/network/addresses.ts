import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Network } from "#core/engine/types";

const number = (ip: string): number =>
  ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const text = (n: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");

/** First and last address of a subnet in CIDR form. */
export function rangeOf(subnet: string): readonly [number, number] {
  const [ip = "0.0.0.0", bits = "32"] = subnet.split("/");
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(number(ip) / size) * size;
  return [first, first + size - 1];
}

export const inSubnet = (ip: string, subnet: string): boolean => {
  const [first, last] = rangeOf(subnet);
  return number(ip) >= first && number(ip) <= last;
};

export const overlap = (a: string, b: string): boolean => {
  const [aFirst, aLast] = rangeOf(a);
  const [bFirst, bLast] = rangeOf(b);
  return aFirst <= bLast && bFirst <= aLast;
};

export const firstAddress = (subnet: string): string => text(rangeOf(subnet)[0] + 1);

/** The networks of all hosts that a network's addresses must not clash with. */
function taken(m: Machine, host: string): string[] {
  const own = Object.values(hostOf(m, host).networks);
  return [...own, ...Object.values(m.state.cluster?.networks ?? {})]
    .map(({ subnet }) => subnet)
    .filter((one) => one !== "");
}

/** A subnet that is free: of the engine's own pools, or of the swarm's. */
export function freeSubnet(m: Machine, host: string, swarm: boolean): string {
  const used = taken(m, host);
  const pools = swarm
    ? Array.from({ length: 256 }, (_, i) => `10.0.${i}.0/24`)
    : [
        ...Array.from({ length: 14 }, (_, i) => `172.${18 + i}.0.0/16`),
        ...Array.from({ length: 16 }, (_, i) => `192.168.${i * 16}.0/20`).filter(
          (one) => !inSubnet("192.168.65.1", one),
        ),
      ];
  return pools.find((pool) => used.every((one) => !overlap(one, pool))) ?? "172.31.0.0/16";
}

export const subnetIsTaken = (m: Machine, host: string, subnet: string): boolean =>
  taken(m, host).some((one) => overlap(one, subnet));

/** Addresses on a network that are in use, on any host. */
export function usedAddresses(m: Machine, { id }: Network): Set<string> {
  const used = new Set<string>();
  for (const host of Object.values(m.state.hosts)) {
    for (const container of Object.values(host.containers)) {
      for (const endpoint of Object.values(container.networks)) {
        if (endpoint.network === id && endpoint.ip !== "") used.add(endpoint.ip);
      }
    }
  }
  return used;
}

/** The lowest free address of a network. */
export function freeAddress(m: Machine, network: Network): string {
  const used = usedAddresses(m, network);
  const [first, last] = rangeOf(network.range || network.subnet);
  for (let n = first + 1; n < last; n++) {
    const ip = text(n);
    if (ip !== network.gateway && !used.has(ip)) return ip;
  }
  return "";
}
