import { hostOf, type Machine, refuse } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";

/** A container by its whole id. */
export const containerOf = (m: Machine, host: string, id: string): Container =>
  hostOf(m, host).containers[id] ?? refuse(`No such container: ${id}`);

export const findByName = (m: Machine, host: string, name: string): Container | undefined =>
  Object.values(hostOf(m, host).containers).find((one) => one.name === name);

/** A container by name, id or the beginning of its id. */
export function findContainer(m: Machine, host: string, typed: string): Container | undefined {
  const name = typed.replace(/^\//, "").replace(/\/$/, "");
  const { containers } = hostOf(m, host);
  const exact = containers[name] ?? findByName(m, host, name);
  if (exact || !/^[0-9a-f]+$/.test(name)) return exact;
  const found = Object.values(containers).filter(({ id }) => id.startsWith(name));
  if (found.length > 1) return refuse(`multiple IDs found with provided prefix: ${name}`);
  return found[0];
}

export function needContainer(m: Machine, host: string, typed: string): Container {
  return findContainer(m, host, typed) ?? refuse(`No such container: ${typed}`);
}

/** Containers of a host, the youngest first. */
export function byAge(m: Machine, host: string): Container[] {
  const order = (a: Container, b: Container) => b.created - a.created || (a.id < b.id ? -1 : 1);
  return Object.values(hostOf(m, host).containers).sort(order);
}
