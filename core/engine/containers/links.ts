import { hostOf, type Machine, refuse } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { findContainer } from "./find-container";
import { isUp } from "./is-up";
import type { Wish } from "./wish";

/** Links by name, as the engine keeps them, and as networks have them. */
export function linksFor(m: Machine, host: string, wish: Wish): string[] {
  return (wish.host?.links ?? []).map((link) => {
    const [typed = "", alias] = link.split(":");
    const linked =
      findContainer(m, host, typed) ??
      refuse(`could not get container for ${typed}: No such container: ${typed}`);
    const onBridge = (wish.networks ?? []).length === 0;
    if (onBridge && linked.networks.bridge === undefined) {
      refuse(`container ${linked.id} not attached to default bridge network`);
    }
    return `${linked.name}:${alias ?? linked.name}`;
  });
}

/** Links need what they link to: running, and on a network that both are on. */
export function checkLinks(m: Machine, host: string, container: Container): void {
  for (const link of container.host.links) {
    const [target = "", alias = target] = link.split(":");
    const linked = Object.values(hostOf(m, host).containers).find(({ name }) => name === target);
    if (!linked || !isUp(linked)) {
      refuse(`Cannot link to a non running container: /${target} AS /${container.name}/${alias}`);
    }
  }
}

/** Variables that links of 2015 bring along. */
export function linkVariables(
  m: Machine,
  host: string,
  container: Container,
): Record<string, string> {
  const result: Record<string, string> = {};
  if (container.networks.bridge === undefined) return result;
  for (const link of container.host.links) {
    const [target = "", alias = target] = link.split(":");
    const linked = Object.values(hostOf(m, host).containers).find(({ name }) => name === target);
    const ip = linked?.networks.bridge?.ip;
    if (!linked || !ip) continue;
    const prefix = alias.toUpperCase().replace(/-/g, "_");
    const ports = [...linked.config.exposed].sort(
      (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
    );
    ports.forEach((exposed, i) => {
      const [port = "", protocol = "tcp"] = exposed.split("/");
      const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`;
      if (i === 0) result[`${prefix}_PORT`] = `${protocol}://${ip}:${port}`;
      result[name] = `${protocol}://${ip}:${port}`;
      result[`${name}_ADDR`] = ip;
      result[`${name}_PORT`] = port;
      result[`${name}_PROTO`] = protocol;
    });
    result[`${prefix}_NAME`] = `/${container.name}/${alias}`;
    for (const one of linked.config.env) {
      const at = one.indexOf("=");
      const name = one.slice(0, at);
      if (name !== "PATH" && name !== "HOME") result[`${prefix}_ENV_${name}`] = one.slice(at + 1);
    }
  }
  return result;
}
