import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { networkOf } from "./addresses";
import { readCommaList, readFields } from "./comma-list";
import { cut, without } from "./cut";
import { readListenAddress } from "./listen-address";
import { readFloat, readUnsigned32, readWhole } from "./numbers";
import { readServicePort } from "./service-ports";
import { readShellWords } from "./shell-words";

/** A secret or config: its name alone, or keys with values; the file has its name unless said. */
const swarmFile =
  (kind: string) =>
  (text: string): Read<Json> => {
    const fields = readFields(text);
    if (!fields.ok) return fields;
    const [first] = fields.value;
    if (fields.value.length === 1 && first?.value === null) {
      return good({ source: first.field, target: first.field });
    }
    const found: { [key: string]: Json } = {};
    for (const { field, key, value } of fields.value) {
      if (value === null || key === "")
        return bad(`invalid field '${field}' must be a key=value pair`);
      const name = key.toLowerCase().replace(/^src$/, "source");
      if (name === "mode") {
        const mode = readWhole(value, { bits: 32 });
        if (!mode.ok) return bad(`invalid mode specified: ${mode.error}`);
        found.mode = mode.value;
      } else if (/^(?:source|target|[ug]id)$/.test(name)) found[name] = value;
      else return bad(`invalid field in ${kind} request: ${key}`);
    }
    if (!found.source) return bad("source is required");
    return good({ ...found, target: found.target || found.source });
  };

const preference = (text: string): Read<Json> => {
  const [strategy, by] = cut(text, "=");
  if (by === null || strategy === "") {
    return bad('placement preference must be of the format "<strategy>=<arg>"');
  }
  return strategy === "spread"
    ? good(text)
    : bad(`unsupported placement preference ${strategy} (only spread is supported)`);
};

/** Networks as what they are, whichever of their addresses was said; quotes are passed over. */
const subnets = (text: string): Read<Json> => {
  const read = readCommaList(text.replace(/["'`]/g, ""));
  if (!read.ok) return read;
  const found = read.value.map((one) => networkOf(one.trim()));
  const wrong = found.indexOf(null);
  if (wrong >= 0) return bad(`invalid string being converted to CIDR: ${read.value[wrong]}`);
  return good(found);
};

const servicePort = (text: string): Read<Json> => {
  const read = readServicePort(text);
  return read.ok ? good(text) : read;
};

/** One pair as it stands but for quotes around it, several as a row. */
const equalPairs = (text: string): Read<Json> => {
  const count = text.split("=").length - 1;
  const row = count > 1 ? readCommaList(text) : good([without(text, '"')]);
  if (!row.ok) return row;
  const wrong = row.value.find((pair) => !pair.includes("="));
  return wrong === undefined ? row : bad(`${wrong} must be formatted as key=value`);
};

/** `protocol=cfssl,url=https://...`; the client knows these keys by whatever letters. */
export const readAuthority = (text: string): Read<Json> => {
  const fields = readFields(text);
  if (!fields.ok) return fields;
  const found: { [key: string]: Json } = {};
  for (const { field, key, value } of fields.value) {
    if (value === null) return bad(`invalid field '${field}' must be a key=value pair`);
    const name = key.toLowerCase();
    if (name === "protocol" && value.toLowerCase() !== "cfssl") {
      return bad(`unrecognized external CA protocol ${value}`);
    }
    const known = ["protocol", "url", "cacert"].includes(name);
    found[known ? name : `option ${key}`] = name === "protocol" ? "cfssl" : value;
  }
  for (const name of ["protocol", "url"]) {
    if (found[name] === undefined) return bad(`the external-ca option needs a ${name}= parameter`);
  }
  return good(found);
};

const credentials = (text: string): Read<Json> =>
  /^(?:(?:config|file|registry):\/\/|$)/.test(text)
    ? good(text)
    : bad(
        'invalid credential spec: value must be prefixed with "config://", "file://", or "registry://"',
      );

/** How the values of types are read that only rare commands have. */
export const rareValues: Readonly<Record<string, (text: string) => Read<Json>>> = {
  uint32: readUnsigned32,
  // Ratios are kept in 32 bits.
  float: (text) => {
    const read = readFloat(text);
    return read.ok ? good(Math.fround(read.value)) : read;
  },
  stringToString: equalPairs,
  port: servicePort,
  secret: swarmFile("secret"),
  config: swarmFile("config"),
  "external-ca": readAuthority,
  pref: preference,
  ipNetSlice: subnets,
  "node-addr": readListenAddress,
  command: readShellWords,
  "credential-spec": credentials,
};
