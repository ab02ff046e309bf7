import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { readDuration, readProcessors } from "./amounts";
import { readCommaList } from "./comma-list";
import { cut } from "./cut";
import {
  readBoolean,
  readBytes,
  readInteger,
  readUnsigned,
  readUnsigned16,
  readWhole,
} from "./numbers";

const ulimits = new Set(
  "core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(
    " ",
  ),
);

/** `nofile=1024[:2048]`; the hard limit is the soft one unless given. */
export function readUlimit(text: string): Read<Json> {
  const [name, limits] = cut(text, "=");
  if (limits === null) return bad(`invalid ulimit argument: ${text}`);
  if (!ulimits.has(name)) return bad(`invalid ulimit type: ${name}`);
  const parts = limits.split(":");
  if (parts.length > 2) {
    return bad(
      `too many limit value arguments - ${limits}, can only have up to two, \`soft[:hard]\``,
    );
  }
  const [soft, hard = soft] = parts.map((limit) => readWhole(limit, { base: 10, signed: true }));
  if (soft === undefined || hard === undefined) return bad(`invalid ulimit argument: ${text}`);
  if (!hard.ok) return hard;
  if (!soft.ok) return soft;
  const low = soft.value === -1 ? "soft: -1 (unlimited), hard:" : `${soft.value} >`;
  if (hard.value !== -1 && (soft.value === -1 || soft.value > hard.value)) {
    return bad(`ulimit soft limit must be less than or equal to hard limit: ${low} ${hard.value}`);
  }
  return good([name, soft.value, hard.value]);
}

/** `name=value`; an empty text is no filter. */
export function readFilter(text: string): Read<Json> {
  if (text === "") return good(null);
  const [name, value] = cut(text, "=");
  if (value === null) return bad("bad format of filter (expected name=value)");
  return good([name.trim().toLowerCase(), value.trim()]);
}

type Readers = Readonly<Record<string, (text: string) => Read<Json>>>;

/** How the values of each type are read, for types that can refuse one. */
const readers: Record<string, Readers[string]> = {
  bool: readBoolean,
  int: readInteger,
  uint: readUnsigned,
  uint16: readUnsigned16,
  decimal: readProcessors,
  bytes: readBytes,
  duration: readDuration,
  ulimit: readUlimit,
  filter: readFilter,
  strings: readCommaList,
};

/** How a value of a type is read; undefined for a type whose values are all taken. */
export const readerOfType = (type: string): Readers[string] | undefined => readers[type];

/** Adds the types that only rare commands have. */
export function addTypes(more: Readers): void {
  Object.assign(readers, more);
}
