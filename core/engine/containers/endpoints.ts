import { inSubnet } from "#core/engine/network/addresses";
import { findNetwork, newEndpoint, withAddress } from "#core/engine/network/networks";
import { changeContainer, type Machine, refuse } from "#core/engine/state/machine";
import type { Container, Endpoint } from "#core/engine/types";
import type { NetworkWish, Wish } from "./wish";

/** The endpoints of a container that is asked for, without addresses yet. */
export function endpointsFor(m: Machine, host: string, wish: Wish): Record<string, Endpoint> {
  const mode = wish.host?.network ?? "bridge";
  if (mode.startsWith("container:")) return {};
  const wanted: readonly NetworkWish[] =
    wish.networks && wish.networks.length > 0 ? wish.networks : [{ name: mode }];
  const result: Record<string, Endpoint> = {};
  for (const one of wanted) {
    const network = findNetwork(m, host, one.name);
    if (network === undefined) {
      result[one.name] = {
        network: "",
        aliases: one.aliases ?? [],
        dns: [],
        links: [],
        ip: "",
        fixedIp: one.ip ?? "",
        endpoint: "",
      };
      continue;
    }
    if (one.ip && !inSubnet(one.ip, network.subnet)) {
      refuse(
        `invalid config for network ${network.name}: invalid endpoint settings:\nno configured subnet or ip-range contain the IP address ${one.ip}`,
      );
    }
    result[network.name] = newEndpoint(network, one);
  }
  return result;
}

/** The endpoints of a container that starts, with their addresses. */
export function connectAll(
  m: Machine,
  host: string,
  container: Container,
): Record<string, Endpoint> {
  const networks: Record<string, Endpoint> = {};
  for (const [name, endpoint] of Object.entries(container.networks)) {
    const network = findNetwork(m, host, name);
    const wanted = endpoint.network;
    if (network === undefined || (wanted !== "" && network.id !== wanted)) {
      refuse(`failed to set up container networking: network ${wanted || name} not found`);
    } else {
      if (network.scope === "swarm" && !network.attachable && container.task === undefined) {
        refuse(
          `failed to set up container networking: Could not attach to network ${name}: rpc error: code = PermissionDenied desc = network ${name} not manually attachable`,
        );
      }
      networks[name] = withAddress(m, network, endpoint, container.name);
    }
  }
  return networks;
}

/** A container knows its names as soon as its networks were asked for, even if it then fails. */
export function noteNames(
  m: Machine,
  host: string,
  { id, name }: Container,
  ends: Record<string, Endpoint>,
): void {
  const named = Object.entries(ends).map(([key, end]) => [key, { ...end, ip: "", endpoint: "" }]);
  if (name !== "") changeContainer(m, host, id, { networks: Object.fromEntries(named) });
}
