import { hostOf, type Machine, newId, refuse } from "#core/engine/state/machine";
import type { Container, PortBinding } from "#core/engine/types";

/** Where the ports begin that the engine chooses itself. */
const firstFree = 32_768;

const clashes = (a: PortBinding, b: PortBinding): boolean => {
  if (a.port !== b.port) return false;
  const six = (one: PortBinding) => one.ip.includes(":");
  if (six(a) !== six(b)) return false;
  return (
    a.ip === b.ip || a.ip === "0.0.0.0" || b.ip === "0.0.0.0" || a.ip === "::" || b.ip === "::"
  );
};

type Used = { binding: PortBinding; protocol: string };

function usedPorts(m: Machine, host: string): Used[] {
  return Object.values(hostOf(m, host).containers).flatMap((container) =>
    Object.entries(container.ports).flatMap(([target, bindings]) =>
      (bindings ?? []).map((binding) => ({ binding, protocol: target.split("/")[1] ?? "tcp" })),
    ),
  );
}

/** Both kinds of addresses where none is named. */
const addressesOf = (ip: string): string[] => (ip === "" ? ["0.0.0.0", "::"] : [ip]);

/** The ports that a container gets when it starts; refuses where one is taken. */
export function bindPorts(m: Machine, host: string, container: Container): Container["ports"] {
  if (container.host.network === "host" || container.host.network === "none") return {};
  if (container.host.network.startsWith("container:")) return {};
  const used = usedPorts(m, host);
  const result: Record<string, readonly PortBinding[] | null> = {};
  const isFree = (binding: PortBinding, protocol: string) =>
    !used.some((one) => one.protocol === protocol && clashes(one.binding, binding));
  const take = (target: string, ip: string, wanted: string) => {
    const protocol = target.split("/")[1] ?? "tcp";
    const [from = 0, to = from] =
      wanted === "" || wanted === "0" ? [firstFree, 60_999] : wanted.split("-").map(Number);
    for (let port = from; port <= to; port++) {
      const bindings = addressesOf(ip).map((one): PortBinding => ({ ip: one, port: String(port) }));
      if (!bindings.every((one) => isFree(one, protocol))) continue;
      for (const binding of bindings) used.push({ binding, protocol });
      return bindings;
    }
    const endpoint = newId(m);
    const shown = addressesOf(ip)[0] ?? ip;
    const why = wanted.includes("-")
      ? "all ports are allocated"
      : `Bind for ${shown}:${from} failed: port is already allocated`;
    return refuse(
      `failed to set up container networking: driver failed programming external connectivity on endpoint ${container.name} (${endpoint}): ${why}`,
    );
  };
  const targets = [
    ...new Set([...container.config.exposed, ...Object.keys(container.host.publish)]),
  ];
  for (const target of targets) {
    const wishes =
      container.host.publish[target] ?? (container.host.publishAll ? [{ ip: "", port: "" }] : []);
    const bound = wishes.flatMap(({ ip, port }) => take(target, ip, port));
    result[target] = bound.length > 0 ? bound : null;
  }
  return result;
}
