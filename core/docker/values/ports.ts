import { bad, good, type Read } from "#core/docker/read";

/** Where one container port is reachable; an empty `port` is a free port of the host's choice. */
export type Binding = { ip: string; port: string };

/** One container port with its protocol, "80/tcp", and one place where it is published. */
export type PublishedPort = { container: string; binding: Binding };

const protocols = new Set(["tcp", "udp", "sctp"]);

const lastPort = 65535;

type Range = { first: number; last: number };

function readPort(text: string): number | null {
  if (!/^\d+$/.test(text)) return null;
  const port = Number(text);
  return port <= lastPort ? port : null;
}

/** A port, or two with a dash between them. */
function readRange(text: string): Range | null {
  const [from = "", to, rest] = text.split("-");
  const first = readPort(from);
  const last = to === undefined ? first : readPort(to);
  if (first === null || last === null || rest !== undefined || last < first) return null;
  return { first, last };
}

export const isIpv4 = (text: string) =>
  /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/.test(text) && !text.endsWith(".");

/** Whether text is an IPv6 address, in full or with one `::`. */
export function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(":") || /[^0-9a-fA-F:.]/.test(text)) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups[groups.length - 1] ?? "";
  const mapped = last.includes(".");
  if (mapped && !isIpv4(last)) return false;
  const plain = mapped ? groups.slice(0, -1) : groups;
  if (plain.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = plain.length + (mapped ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

export const isAddress = (text: string) => isIpv4(text) || isIpv6(text);

type Spec = { ip: string; host: string; container: string; protocol: string };

/** `[ip:]host:container[/proto]`, split from the right; an address may stand in brackets. */
function splitSpec(text: string): Spec {
  const slash = text.lastIndexOf("/");
  const protocol = slash < 0 ? "tcp" : text.slice(slash + 1);
  const rest = slash < 0 ? text : text.slice(0, slash);
  const pieces = rest.split(":");
  const container = pieces.pop() ?? "";
  const host = pieces.pop() ?? "";
  const ip = pieces.join(":").replace(/^\[(.*)\]$/, "$1");
  return { ip, host, container, protocol };
}

/** Container ports, and the host ports where they are published. */
export type PortRange = { ip: string; outside: Range | null; inside: Range; protocol: string };

/** What the short form publishes. */
export function readPublish(text: string): Read<PortRange> {
  if (text.includes("=")) return readPublishPairs(text);
  const { ip, host, container, protocol } = splitSpec(text);
  if (ip !== "" && !isAddress(ip)) return bad(`invalid IP address: ${ip}`);
  if (container === "") return bad(`no port specified: ${text}<empty>`);
  const inside = readRange(container);
  if (inside === null) return bad(`invalid containerPort: ${container}`);
  const outside = host === "" ? null : readRange(host);
  if (host !== "" && outside === null) return bad(`invalid hostPort: ${host}`);
  const span = inside.last - inside.first;
  if (outside !== null && outside.last - outside.first !== span && span !== 0) {
    return bad(`invalid ranges specified for container and host Ports: ${container} and ${host}`);
  }
  const proto = protocol.toLowerCase();
  if (!protocols.has(proto)) return bad(`invalid proto: ${protocol}`);
  return good({ ip, outside, inside, protocol: proto });
}

/** The most ports that one command's ranges are taken apart into. */
export const mostPorts = 1024;

/** How many ports a range stands for, on the side where they are more. */
export const portCount = ({ inside, outside }: PortRange): number =>
  1 + Math.max(inside.last - inside.first, outside === null ? 0 : outside.last - outside.first);

/** A range's ports, one entry a container port. */
export function singlePorts({ ip, outside, inside, protocol }: PortRange): PublishedPort[] {
  const span = inside.last - inside.first;
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

const pairKeys: Readonly<Record<string, string>> = {
  target: "target",
  published: "published",
  protocol: "protocol",
};

/** `target=80,published=8080,protocol=udp`; on a container other keys are passed over. */
function readPublishPairs(text: string): Read<PortRange> {
  const found: Record<string, string> = { target: "", published: "", protocol: "tcp" };
  for (const field of text.split(",")) {
    const equals = field.indexOf("=");
    if (equals < 0) {
      return bad(`invalid publish opts format (should be name=value but got '${field}')`);
    }
    const key = pairKeys[field.slice(0, equals).toLowerCase()];
    if (key !== undefined) found[key] = field.slice(equals + 1);
  }
  const spec = `${found.published === "" ? "" : `${found.published}:`}${found.target}`;
  if (found.target === "") return bad(`no port specified: ${spec}/${found.protocol}<empty>`);
  return readPublish(`${spec}/${found.protocol}`);
}

/** `--expose`: ports that are only declared. */
export function readExpose(text: string): Read<PortRange> {
  const slash = text.indexOf("/");
  const proto = slash < 0 ? "tcp" : text.slice(slash + 1).toLowerCase();
  const numbers = slash < 0 ? text : text.slice(0, slash);
  if (text.includes(":")) return bad(`invalid port format for --expose: ${text}`);
  const range = readRange(numbers);
  if (range === null) {
    const wrong = numbers.split("-").find((port) => readPort(port) === null) ?? numbers;
    const why = `strconv.ParseUint: parsing ${JSON.stringify(wrong)}: invalid syntax`;
    return bad(`invalid range format for --expose: ${text}, error: ${why}`);
  }
  if (!protocols.has(proto)) return bad(`invalid proto: ${proto}`);
  return good({ ip: "", outside: null, inside: range, protocol: proto });
}
