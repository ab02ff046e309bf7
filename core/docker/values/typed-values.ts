import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { readCommaList, readPairs } from "./comma-list";
import { isSubnet } from "./networks";
import {
  readBytes,
  readDuration,
  readFloat,
  readInteger,
  readProcessors,
  readUnsigned,
  readUnsigned16,
  readUnsigned32,
} from "./numbers";
import { readServicePort } from "./service-ports";

const ulimits = new Set(
  "core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(
    " ",
  ),
);

/** `nofile=1024[:2048]`; the hard limit is the soft one unless given. */
export function readUlimit(text: string): Read<Json> {
  const [name = "", limits = ""] = text.split(/=(.*)/s);
  if (!text.includes("=")) return bad(`invalid ulimit argument: ${text}`);
  if (!ulimits.has(name)) return bad(`invalid ulimit type: ${name}`);
  const [soft = "", hard = soft, rest] = limits.split(":");
  if (rest !== undefined) {
    return bad(
      `too many limit value arguments - ${limits}, can only have up to two, \`soft[:hard]\``,
    );
  }
  for (const limit of [soft, hard]) {
    const read = readInteger(limit);
    if (!read.ok) return read;
  }
  const low = Number(soft);
  const high = Number(hard);
  if (low !== -1 && high !== -1 && low > high) {
    return bad(`ulimit soft limit must be less than or equal to hard limit: ${low} > ${high}`);
  }
  if (low === -1 && high !== -1) {
    return bad(
      `ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: ${high}`,
    );
  }
  return good([name, low, high]);
}

/** `all`, a count, or `device=0,capabilities=gpu`. */
export function readGpus(text: string): Read<Json> {
  const pairs = readPairs(text);
  if (!pairs.ok) return pairs;
  const found: { [key: string]: Json } = {};
  for (const { key, value } of pairs.value) {
    const name = value === null ? "count" : key;
    const said = value ?? key;
    if (name === "count") {
      const count = said === "all" ? good(-1) : readInteger(said);
      if (!count.ok)
        return bad(`invalid count (${said}): value must be either "all" or an integer`);
      found.count = count.value;
    } else if (name === "device") found.devices = said.split(",");
    else if (name === "driver") found.driver = said;
    else if (name === "capabilities") found.capabilities = said.split(",").sort();
    else if (name === "options") found.options = said;
    else return bad(`unexpected key '${key}' in '${key}=${said}'`);
  }
  if (found.count === undefined && found.devices === undefined) found.count = 1;
  return good(found);
}

/** `name=value`; an empty text is no filter. */
export function readFilter(text: string): Read<Json> {
  if (text === "") return good(null);
  const equals = text.indexOf("=");
  if (equals < 0) return bad("bad format of filter (expected name=value)");
  return good([text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim()]);
}

/** Keys and values between commas, where each must be one that is known. */
const keyed =
  (keys: readonly string[], bare: string | null) =>
  (text: string): Read<Json> => {
    const pairs = readPairs(text);
    if (!pairs.ok) return pairs;
    if (bare !== null && pairs.value.length === 1 && pairs.value[0]?.value === null) {
      return good({ [bare]: text, target: text });
    }
    const found: { [key: string]: Json } = {};
    for (const { key, value } of pairs.value) {
      if (value === null) return bad(`invalid field '${key}' must be a key=value pair`);
      const name = key === "src" ? "source" : key;
      if (!keys.includes(name)) return bad(`invalid field key ${key}`);
      found[name] = value;
    }
    if (bare !== null && found[bare] === undefined) return bad(`${bare} is required`);
    if (bare !== null && found.target === undefined) found.target = found[bare] ?? "";
    return good(found);
  };

const preference = (text: string): Read<Json> => {
  const [strategy = "", by] = text.split(/=(.*)/s);
  if (by === undefined) return bad('no strategy specified: use "spread=<id>"');
  return strategy === "spread" ? good(text) : bad(`unsupported placement preference ${strategy}`);
};

const subnets = (text: string): Read<Json> => {
  const wrong = text.split(",").find((one) => !isSubnet(one.trim()));
  return wrong === undefined ? good(text) : bad(`invalid string being converted to CIDR: ${wrong}`);
};

const listenAddress = (text: string): Read<Json> => {
  const port = /:(\w*)$/.exec(text)?.[1];
  if (port !== undefined && port !== "" && !/^\d+$/.test(port)) {
    return bad(`invalid port '${port}' in '${text}'`);
  }
  return good(text);
};

const servicePort = (text: string): Read<Json> => {
  const read = readServicePort(text);
  return read.ok ? good(text) : read;
};

const equalPair = (text: string): Read<Json> => {
  const wrong = text.split(",").find((pair) => !pair.includes("="));
  return wrong === undefined ? good(text) : bad(`${wrong} must be formatted as key=value`);
};

/** How the values of each type are read, for types that can refuse one. */
export const typedValues: Readonly<Record<string, (text: string) => Read<Json>>> = {
  int: readInteger,
  uint: readUnsigned,
  uint16: readUnsigned16,
  uint32: readUnsigned32,
  float: readFloat,
  decimal: readProcessors,
  bytes: readBytes,
  duration: readDuration,
  ulimit: readUlimit,
  "gpu-request": readGpus,
  filter: readFilter,
  strings: readCommaList,
  stringToString: equalPair,
  port: servicePort,
  secret: keyed(["source", "target", "uid", "gid", "mode"], "source"),
  config: keyed(["source", "target", "uid", "gid", "mode"], "source"),
  "external-ca": keyed(["protocol", "url", "cacert", "driver"], null),
  pref: preference,
  ipNetSlice: subnets,
  "node-addr": listenAddress,
};
