import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { readCommaList, readFields } from "./comma-list";
import { cut } from "./cut";
import { readWhole } from "./numbers";

function readCount(text: string): Read<number> {
  const read = text === "all" ? good(-1) : readWhole(text, { base: 10, signed: true });
  if (read.ok) return read;
  const why = read.error.split(": ")[2];
  return bad(`invalid count (${text}): value must be either "all" or an integer: ${why}`);
}

/** `all`, a count, or `device=0,capabilities=utility`; each key once, in small letters. */
export function readGpus(text: string): Read<Json> {
  const fields = readFields(text);
  if (!fields.ok) return fields;
  const seen = new Set<string>();
  const found: { [key: string]: Json } = {};
  for (const { field, key, value } of fields.value) {
    if (seen.has(key)) return bad(`gpu request key '${key}' can be specified only once`);
    seen.add(key);
    if (value === null || key === "count") {
      seen.add("count");
      const count = readCount(value ?? key);
      if (!count.ok) return count;
      found.count = count.value;
    } else if (key === "device") found.devices = value.split(",");
    else if (key === "driver") found.driver = value;
    else if (key === "capabilities") found.capabilities = [...value.split(","), "gpu"];
    else if (key === "options") {
      const options = readCommaList(value);
      if (!options.ok || value === "") return bad("failed to read gpu options: EOF");
      const pairs = options.value.map((option) => cut(option, "="));
      found.options = Object.fromEntries(pairs.map(([name, worth]) => [name, worth ?? ""]));
    } else return bad(`unexpected key '${key}' in '${field}'`);
  }
  if (found.driver === "") delete found.driver;
  found.count ??= found.devices === undefined ? 1 : 0;
  return good(found);
}
