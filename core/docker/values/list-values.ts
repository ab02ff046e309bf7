import { bad, good, type Read } from "#core/docker/read";
import { readAddress } from "./addresses";
import { cut, without } from "./cut";

/** Reads one value of a list flag: what the client makes of it, or its objection. */
export type Reader = (text: string) => Read<string>;

const environment: Reader = (text) =>
  cut(text, "=")[0] === "" ? bad(`invalid environment variable: ${text}`) : good(text);

const label: Reader = (text) => {
  const key = cut(text, "=")[0].replace(/^[ \t]+/, "");
  if (key === "") return bad(`invalid label '${text}': empty name`);
  return /[ \t]/.test(key) ? bad(`label '${key}' contains whitespaces`) : good(text);
};

const address: Reader = (text) => {
  const read = readAddress(text.trim());
  return read === null ? bad(`IP address is not correctly formatted: ${text}`) : good(read);
};

/** `name:address` or `name=address`; an address may stand in brackets. */
const host: Reader = (text) => {
  const [name, said] = text.includes("=") ? cut(text, "=") : cut(text, ":");
  if (said === null || name === "" || name.includes(":")) {
    return bad(`bad format for add-host: ${JSON.stringify(text)}`);
  }
  const at = said.replace(/^\[(.+)\]$/s, "$1");
  const known = at === "host-gateway" || readAddress(at.trim()) !== null;
  return known
    ? good(`${name}:${at}`)
    : bad(`invalid IP address in add-host: ${JSON.stringify(at)}`);
};

const link: Reader = (text) => {
  if (text === "") return bad("empty string specified for links");
  return text.split(":").length > 2 ? bad(`bad format for links: ${text}`) : good(text);
};

const stream: Reader = (text) =>
  /^std(?:in|out|err)$/i.test(text)
    ? good(text.toLowerCase())
    : bad("valid streams are STDIN, STDOUT and STDERR");

const sysctls =
  /^(?:net\.|fs\.mqueue\.|kernel\.(?:msgm(?:ax|nb|ni)|sem|shm(?:all|max|mni|_rmid_forced))=)/;

const sysctl: Reader = (text) =>
  text.includes("=") && sysctls.test(text) ? good(text) : bad(`sysctl '${text}' is not allowed`);

const domainName =
  /^(:?(?:[a-zA-Z\d]|[a-zA-Z\d][a-zA-Z\d-]*[a-zA-Z\d])(?::?\.(?:[a-zA-Z\d]|[a-zA-Z\d][a-zA-Z\d-]*[a-zA-Z\d]))*)\.?\s*$/;

/** A search domain, without the dot and the spaces at its end. */
const domain: Reader = (text) => {
  const bare = without(text, " ");
  if (bare === ".") return good(bare);
  const [, name = ""] = domainName.exec(bare) ?? [];
  const sound = name !== "" && name.length < 255 && /[a-zA-Z]/.test(bare);
  return sound ? good(name) : bad(`${bare} is not a valid domain`);
};

/** Readers by flag, wherever the flag is found. */
export const listReaders: Readonly<Record<string, Reader>> = {
  env: environment,
  "env-add": environment,
  "build-arg": environment,
  label,
  "label-add": label,
  "container-label": label,
  "container-label-add": label,
  dns: address,
  "dns-add": address,
  "dns-search": domain,
  "dns-search-add": domain,
  "add-host": host,
  host,
  "host-add": host,
  link,
  attach: stream,
  sysctl,
};
