import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { readFields } from "./comma-list";
import { isLongForm } from "./cut";
import { readWhole } from "./numbers";
import { type PortRange, portCount, readPublish } from "./ports";

/** Ports of a service as the engine is asked for them: targets, protocol, mode, host ports. */
export type ServicePorts = { range: PortRange; mode: string };

/** A service's port: `8080:80`, or pairs with a mode; a host address is not supported. */
export function readServicePort(text: string): Read<ServicePorts> {
  if (isLongForm(text)) return readPairsForm(text);
  const read = readPublish(text);
  if (!read.ok) return read;
  if (read.value.ip !== "") return bad("hostip is not supported");
  return good({ range: read.value, mode: "ingress" });
}

/** The single ports of a range; a service takes each host port, where a container would pick one. */
export function singleServicePorts({ range, mode }: ServicePorts): Json[] {
  const { inside, outside, protocol } = range;
  const first = outside?.first ?? 0;
  return Array.from({ length: portCount(range) }, (_, i) => [
    Math.min(inside.first + i, inside.last),
    protocol,
    mode,
    outside === null ? 0 : first + i,
  ]);
}

const protocols = ["tcp", "udp", "sctp"];

/** Capitals do not count, and the last of a key holds. */
function readPairsForm(text: string): Read<ServicePorts> {
  const fields = readFields(text);
  if (!fields.ok) return fields;
  const ports: Record<string, number> = { target: 0, published: 0 };
  let protocol = "tcp";
  let mode = "ingress";
  for (const { field, key: raw, value: said } of fields.value) {
    if (said === null || raw === "") return bad(`invalid field: ${field}`);
    const key = raw.toLowerCase();
    const value = said.toLowerCase();
    if (key === "protocol") {
      if (!protocols.includes(value)) return bad(`invalid protocol value '${value}'`);
      protocol = value;
    } else if (key === "mode") {
      if (value !== "ingress" && value !== "host") {
        return bad(`invalid publish mode value (${value}): must be either 'ingress' or 'host'`);
      }
      mode = value;
    } else if (Object.hasOwn(ports, key)) {
      const read = readWhole(value, { base: 10, bits: 16 });
      if (!read.ok) {
        const why = read.error.split(": ")[2];
        return bad(`invalid ${key} port (${value}): value must be an integer: ${why}`);
      }
      ports[key] = read.value;
    } else return bad(`invalid field key: ${key}`);
  }
  const { target = 0, published = 0 } = ports;
  if (target === 0) return bad(`missing mandatory field 'target'`);
  const range = { ip: "", outside: single(published), inside: single(target), protocol };
  return good({ range, mode });
}

const single = (port: number) => ({ first: port, last: port });
