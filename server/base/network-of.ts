import "server-only";
import { isIPv6 } from "node:net";

/**
 * Whom an address stands for: of IPv6 a customer is given at least the 64 bits that follow a prefix
 * of 64, and may take another address for each request. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const [network = address] = networksOf(address);
  return network;
}

/**
 * The networks that an address is in, the narrowest first. Of IPv6 many a customer is given all
 * prefixes of 64 within one of 56 or 48 (RFC 6177), which are 256 and 65,536.
 */
export function networksOf(address: string): string[] {
  const [plain = address] = address.split("%");
  if (!isIPv6(plain)) return [address];
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return [mapped];
  const [before = "", after] = plain.toLowerCase().split("::");
  const head = groupsOf(before);
  const tail = groupsOf(after ?? "");
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0");
  const [a, b, c, d = "0"] = [...head, ...zeros, ...tail];
  const site = `${a}:${b}:${c}`;
  const upper = (Number.parseInt(d, 16) & 0xff00).toString(16);
  return [`${site}:${d}::/64`, `${site}:${upper}::/56`, `${site}::/48`];
}

/** The groups of one side of the double colon, without leading zeros; an IPv4 ending is two. */
function groupsOf(side: string): string[] {
  if (side === "") return [];
  const groups = side.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}
