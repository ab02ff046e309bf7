import { bad, good, type Read } from "#core/docker/read";
import { isAddress } from "./addresses";
import { cut } from "./cut";
import { readWhole } from "./numbers";

/** Where one container port is reachable; an empty `port` is a free port of the host's choice. */
export type Binding = { ip: string; port: string };

/** One container port with its protocol, "80/tcp", and one place where it is published. */
export type PublishedPort = { container: string; binding: Binding };

const protocols = new Set(["tcp", "udp", "sctp"]);

type Range = { first: number; last: number };

/** A port, or two with a dash between them; what a second dash separates is passed over. */
function readRange(text: string): Read<Range> {
  if (text === "") return bad("empty string specified for ports");
  const [from = "", to = from] = text.split("-");
  const first = readWhole(from, { base: 10, bits: 16 });
  const last = readWhole(to, { base: 10, bits: 16 });
  if (!first.ok) return first;
  if (!last.ok) return last;
  if (last.value < first.value) return bad(`invalid range specified for port: ${text}`);
  return good({ first: first.value, last: last.value });
}

/** `80/udp` taken apart; it is tcp unless said, and what a second slash separates is passed over. */
function splitProtocol(text: string): [string, string] {
  const [port = "", protocol = ""] = text.split("/");
  return port === "" ? ["", ""] : [port, protocol || "tcp"];
}

/** Container ports, and the host ports where they are published. */
export type PortRange = { ip: string; outside: Range | null; inside: Range; protocol: string };

/** What is published on a container: the short form, or `target=80,published=8080`. */
export function readPublish(text: string): Read<PortRange> {
  return text.includes("=") ? readPublishPairs(text) : readShort(text);
}

/** `[ip:]host:container[/proto]`, split from the right; an IPv6 address may stand in brackets. */
function readShort(text: string): Read<PortRange> {
  const pieces = text.split(":");
  const [container, protocol] = splitProtocol(pieces.pop() ?? "");
  const host = pieces.pop() ?? "";
  const ip = pieces.join(":").replace(/^\[([^[\]]*)\]$/, "$1");
  if (ip !== "" && !isAddress(ip)) return bad(`invalid IP address: ${ip}`);
  if (container === "") return bad(`no port specified: ${text}<empty>`);
  const inside = readRange(container);
  if (!inside.ok) return bad(`invalid containerPort: ${container}`);
  const outside = host === "" ? good(null) : readRange(host);
  if (!outside.ok) return bad(`invalid hostPort: ${host}`);
  const span = length(inside.value);
  if (outside.value !== null && length(outside.value) !== span && span !== 0) {
    return bad(`invalid ranges specified for container and host Ports: ${container} and ${host}`);
  }
  const proto = protocol.toLowerCase();
  if (!protocols.has(proto)) return bad(`invalid proto: ${protocol}`);
  return good({ ip, outside: outside.value, inside: inside.value, protocol: proto });
}

const length = ({ first, last }: Range) => last - first;

/** The most ports that one command's ranges are taken apart into. */
export const mostPorts = 1024;

/** How many ports a range stands for, on the side where they are more. */
export const portCount = ({ inside, outside }: PortRange): number =>
  1 + Math.max(length(inside), outside === null ? 0 : length(outside));

/** A range's ports, one entry a container port. */
export function singlePorts({ ip, outside, inside, protocol }: PortRange): PublishedPort[] {
  const span = length(inside);
  return Array.from({ length: span + 1 }, (_, i) => ({
    container: `${inside.first + i}/${protocol}`,
    binding: { ip, port: outside === null ? "" : hostPort(outside, span, i) },
  }));
}

/** Host port 0 asks for any free port, as no host port does. */
function hostPort(outside: Range, span: number, i: number): string {
  if (span === 0 && outside.last > outside.first) return `${outside.first}-${outside.last}`;
  const port = outside.first + i;
  return port === 0 ? "" : String(port);
}

/** `target=80,published=8080,protocol=udp`; on a container other keys are passed over. */
function readPublishPairs(text: string): Read<PortRange> {
  const found = new Map([["protocol", "tcp"]]);
  for (const field of text.split(",")) {
    const [key, value] = cut(field, "=");
    if (value === null || key === "") {
      return bad(`invalid publish opts format (should be name=value but got '${field}')`);
    }
    found.set(key, value);
  }
  const said = (key: string) => found.get(key) ?? "";
  return readShort(`${said("published")}:${said("target")}/${said("protocol")}`);
}

/** `--expose`: ports that are only declared; their protocol is taken as it is. */
export function readExpose(text: string): Read<PortRange> {
  if (text.includes(":")) return bad(`invalid port format for --expose: ${text}`);
  const [port, protocol] = splitProtocol(text);
  const range = readRange(port);
  if (!range.ok) return bad(`invalid range format for --expose: ${text}, error: ${range.error}`);
  return good({ ip: "", outside: null, inside: range.value, protocol });
}
