import "server-only";
import { isIPv6 } from "node:net";

/**
 * Whom an address stands for where attempts are counted: of IPv6 a customer is given at least the
 * 64 bits that follow a prefix of 64 (RFC 6177), and may take another address for each attempt.
 * What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const [plain = address] = address.split("%");
  if (!isIPv6(plain)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  const [before = "", after] = plain.toLowerCase().split("::");
  const head = groupsOf(before);
  const tail = groupsOf(after ?? "");
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0");
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(":")}::/64`;
}

/** The groups of one side of the double colon, without leading zeros; an IPv4 ending is two. */
function groupsOf(side: string): string[] {
  if (side === "") return [];
  const groups = side.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}
