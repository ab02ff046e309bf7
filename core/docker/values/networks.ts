import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { readFields } from "./comma-list";
import { cut, isLongForm } from "./cut";
import { readWhole } from "./numbers";

/** A network to join, with what is asked of the container's end of it. */
export type NetworkEnd = { name: string; end: { [key: string]: Json } };

const single: Readonly<Record<string, string>> = {
  ip: "ip",
  ip6: "ip6",
  "mac-address": "mac",
};

/** `mynet`, or `name=mynet,alias=db,ip=172.20.0.5`, where capitals do not count. */
export function readNetwork(text: string): Read<NetworkEnd> {
  if (!isLongForm(text)) return good({ name: text, end: {} });
  const fields = readFields(text);
  if (!fields.ok) return fields;
  let name = "";
  const end: { [key: string]: Json } = {};
  const lists: Record<string, string[]> = { aliases: [], "link-local": [] };
  for (const { field, key: raw, value: said } of fields.value) {
    if (said === null || raw === "") return bad(`invalid field ${field}`);
    const key = raw.toLowerCase().trim();
    const value = said.toLowerCase().trim();
    const place = single[key];
    if (key === "name") name = value;
    else if (key === "alias") lists.aliases?.push(value);
    else if (place !== undefined) end[place] = value;
    else if (key === "link-local-ip") lists["link-local"]?.push(value);
    else if (key === "driver-opt") {
      const [option, worth] = cut(value, "=");
      if (worth === null || option === "") {
        return bad("invalid key value pair format in driver options");
      }
      end[`option ${option.trim()}`] = worth.trim();
    } else if (key === "gw-priority") {
      const read = readWhole(value, { base: 10, signed: true });
      if (!read.ok) return bad(`invalid gw-priority (${value}): ${read.error.split(": ")[2]}`);
      end.priority = read.value;
    } else return bad(`invalid field key ${key}`);
  }
  if (name === "") return bad("network name/id is not specified");
  for (const [place, values] of Object.entries(lists)) {
    if (values.length > 0) end[place] = place === "aliases" ? values.sort() : values;
  }
  for (const place of ["ip", "ip6", "mac"]) if (end[place] === "") delete end[place];
  if (end.priority === 0) delete end.priority;
  return good({ name, end });
}
