import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { type PortRange, portCount, readPublish } from "./ports";

const keys = new Set(["protocol", "mode", "target", "published"]);

/** Ports of a service as the engine is asked for them: targets, protocol, mode, host ports. */
export type ServicePorts = { range: PortRange; mode: string };

/** A service's port: `8080:80`, or pairs with a mode; a host address is not supported. */
export function readServicePort(text: string): Read<ServicePorts> {
  if (text.includes("=")) return readPairsForm(text);
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

function readPairsForm(text: string): Read<ServicePorts> {
  const found: Record<string, string> = {
    protocol: "tcp",
    mode: "ingress",
    target: "",
    published: "0",
  };
  for (const field of text.split(",")) {
    const equals = field.indexOf("=");
    const key = field.slice(0, Math.max(equals, 0)).toLowerCase();
    if (equals < 0) return bad(`invalid field: ${field}`);
    if (!keys.has(key)) return bad(`invalid field key ${key}`);
    found[key] = field.slice(equals + 1).toLowerCase();
  }
  const { protocol = "", mode = "", target = "", published = "" } = found;
  if (!["tcp", "udp", "sctp"].includes(protocol))
    return bad(`invalid protocol value '${protocol}'`);
  if (mode !== "ingress" && mode !== "host") {
    return bad(`invalid publish mode value (${mode}): must be either 'ingress' or 'host'`);
  }
  if (target === "") return bad(`missing mandatory field 'target'`);
  if (!isPort(target))
    return bad(
      `invalid target port (${target}): value must be an integer: strconv.ParseUint: parsing ${JSON.stringify(target)}: invalid syntax`,
    );
  if (!isPort(published))
    return bad(
      `invalid published port (${published}): value must be an integer: strconv.ParseUint: parsing ${JSON.stringify(published)}: invalid syntax`,
    );
  const range = { ip: "", outside: single(published), inside: single(target), protocol };
  return good({ range, mode });
}

const single = (port: string) => ({ first: Number(port), last: Number(port) });

const isPort = (text: string) => /^\d+$/.test(text) && Number(text) <= 65535;
