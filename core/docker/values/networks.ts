import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { readPairs } from "./comma-list";
import { isAddress } from "./ports";

/** A network to join, with what is asked of the container's end of it. */
export type NetworkEnd = { name: string; end: { [key: string]: Json } };

const single: Readonly<Record<string, string>> = {
  ip: "ip",
  ip6: "ip6",
  "mac-address": "mac",
};

/** `mynet`, or `name=mynet,alias=db,ip=172.20.0.5`. */
export function readNetwork(text: string): Read<NetworkEnd> {
  if (!text.includes("=")) return good({ name: text, end: {} });
  const pairs = readPairs(text);
  if (!pairs.ok) return pairs;
  let name = "";
  const end: { [key: string]: Json } = {};
  const aliases: string[] = [];
  const local: string[] = [];
  for (const { key, value } of pairs.value) {
    if (value === null) return bad(`invalid field ${key}`);
    const trimmed = value.trim();
    const field = single[key];
    if (key === "name") name = trimmed;
    else if (key === "alias") aliases.push(trimmed);
    else if (field !== undefined) end[field] = trimmed;
    else if (key === "link-local-ip") local.push(trimmed);
    else if (key === "driver-opt") {
      const equals = trimmed.indexOf("=");
      if (equals < 0) return bad("invalid key/value pair format in driver options");
      end[`option ${trimmed.slice(0, equals).toLowerCase()}`] = trimmed
        .slice(equals + 1)
        .toLowerCase();
    } else if (key === "gw-priority") {
      if (!/^-?\d+$/.test(trimmed))
        return bad(`invalid gw-priority (${trimmed}): value must be an integer`);
      if (Number(trimmed) !== 0) end.priority = Number(trimmed);
    } else return bad(`invalid field key ${key}`);
  }
  if (name === "") return bad("network name/id is not specified");
  if (local.length > 0) end["link-local"] = local;
  if (aliases.length > 0) end.aliases = aliases.sort();
  return good({ name, end });
}

/** Whether a text can be an address with the length of its network after a slash. */
export function isSubnet(text: string): boolean {
  const [address = "", bits = "", rest] = text.split("/");
  const most = address.includes(":") ? 128 : 32;
  return rest === undefined && isAddress(address) && /^\d+$/.test(bits) && Number(bits) <= most;
}
