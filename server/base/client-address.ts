import "server-only";
import { BlockList, isIP, isIPv6 } from "node:net";

/** The proxies in front of this server: what they say of a client is believed. */
export type Proxies = BlockList;

/** Addresses that only this machine, or a network of its owner, has. */
const named: Record<string, readonly string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Reads `127.0.0.1, 10.0.0.0/8, private`; null where one of them is no address, range or name. */
export function readProxies(text: string): Proxies | null {
  const list = new BlockList();
  const words = text.split(",").flatMap((word) => named[word.trim()] ?? word.trim());
  return words.every((word) => add(list, word)) ? list : null;
}

function add(list: BlockList, word: string): boolean {
  const [address = "", bits, ...rest] = word.split("/");
  const width = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : 0;
  if (width === 0 || rest.length > 0) return false;
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return false;
  const prefix = Number(bits ?? width);
  if (prefix > width) return false;
  list.addSubnet(address, prefix, width === 32 ? "ipv4" : "ipv6");
  return true;
}

type Hop = { socket: string | undefined; forwardedFor: string | undefined; proxies: Proxies };

/**
 * Who a request is from: the other end of the socket or, where that is a named proxy, the nearest
 * address in X-Forwarded-For that is none. What stands before that one is hearsay.
 */
export function clientOf({ socket, forwardedFor, proxies }: Hop): string | null {
  let client = plain(socket ?? "");
  if (client === null) return null;
  for (const said of (forwardedFor ?? "").split(",").reverse()) {
    if (!isProxy(client, proxies)) return client;
    const before = plain(said.trim());
    if (before === null) return client;
    client = before;
  }
  return client;
}

/** Whether the other end of a socket is a named proxy. */
export function isProxy(address: string | null | undefined, proxies: Proxies): boolean {
  const known = plain(address ?? "");
  return known !== null && proxies.check(known, isIPv6(known) ? "ipv6" : "ipv4");
}

/** An IPv4 address that came in the clothes of an IPv6 one is the same address. */
function plain(address: string): string | null {
  const bare = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*$/, "");
  return isIP(bare) === 0 ? null : bare;
}
