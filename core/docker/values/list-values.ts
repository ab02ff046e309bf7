import { isAddress } from "./ports";

/** The client's objection to one value of a list flag; null when it takes it. */
export type Objection = (value: string) => string | null;

const beforeEquals = (text: string) => {
  const equals = text.indexOf("=");
  return equals < 0 ? text : text.slice(0, equals);
};

const environment: Objection = (value) =>
  beforeEquals(value) === "" ? `invalid environment variable: ${value}` : null;

const label: Objection = (value) => {
  const key = beforeEquals(value);
  if (key === "") return `invalid label '${value}': empty name`;
  return /\s/.test(key) ? `label '${key}' contains whitespaces` : null;
};

const address: Objection = (value) =>
  isAddress(value.trim()) ? null : `IP address is not correctly formatted: ${value}`;

const host: Objection = (value) => {
  const [, name = "", at = ""] = /^([^=:]*)[=:](.*)$/s.exec(value) ?? [];
  if (name === "") return `bad format for add-host: ${JSON.stringify(value)}`;
  if (at === "host-gateway") return null;
  const bare = at.replace(/^\[(.*)\]$/, "$1");
  return isAddress(bare) ? null : `invalid IP address in add-host: ${JSON.stringify(at)}`;
};

const link: Objection = (value) => {
  if (value === "") return "empty string specified for links";
  return value.split(":").length > 2 ? `bad format for links: ${value}` : null;
};

const stream: Objection = (value) =>
  /^(?:stdin|stdout|stderr)$/i.test(value) ? null : "valid streams are STDIN, STDOUT and STDERR";

const sysctlRoots = ["net.", "fs.mqueue."];
const sysctls = new Set([
  "kernel.msgmax",
  "kernel.msgmnb",
  "kernel.msgmni",
  "kernel.sem",
  "kernel.shmall",
  "kernel.shmmax",
  "kernel.shmmni",
  "kernel.shm_rmid_forced",
]);

const sysctl: Objection = (value) => {
  const key = beforeEquals(value);
  const known = sysctls.has(key) || sysctlRoots.some((root) => key.startsWith(root));
  return value.includes("=") && known ? null : `sysctl '${value}' is not allowed`;
};

const domain: Objection = (value) => {
  const text = value.trim();
  if (text === ".") return null;
  const labels = text.replace(/\.$/, "").split(".");
  const sound = labels.every((label) => /^[a-zA-Z0-9_-]+$/.test(label)) && /[a-z]/i.test(text);
  return sound ? null : `${value} is not a valid domain`;
};

const weightDevice: Objection = (value) => {
  const [path = "", weight = "", rest] = value.split(":");
  if (rest !== undefined || weight === "") return `bad format: ${value}`;
  if (!path.startsWith("/dev/")) return `bad format for device path: ${value}`;
  const number = /^\d+$/.test(weight) ? Number(weight) : -1;
  const sound = number === 0 || (number >= 10 && number <= 1000);
  return sound ? null : `invalid weight for device: ${value}`;
};

const rateDevice =
  (bytes: boolean): Objection =>
  (value) => {
    const [path = "", rate = "", rest] = value.split(":");
    if (rest !== undefined || rate === "") return `bad format: ${value}`;
    if (!path.startsWith("/dev/")) return `bad format for device path: ${value}`;
    const shape = bytes ? /^\d+(?:\.\d+)? ?[kmgtp]?i?b?$/i : /^\d+$/;
    if (shape.test(rate)) return null;
    const form = bytes
      ? "<device-path>:<number>[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb"
      : "<device-path>:<number>. Number must be a positive integer";
    return `invalid rate for device: ${value}. The correct format is ${form}`;
  };

const resource: Objection = (value) =>
  /^[^=]+=.+$/s.test(value)
    ? null
    : `invalid generic-resource format \`${value}\` expected \`name=value\``;

const cgroupRule: Objection = (value) =>
  /^[acb] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/.test(value)
    ? null
    : `invalid device cgroup format '${value}'`;

/** Objections by flag, wherever the flag is found. */
export const listObjections: Readonly<Record<string, Objection>> = {
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
  "blkio-weight-device": weightDevice,
  "device-read-bps": rateDevice(true),
  "device-write-bps": rateDevice(true),
  "device-read-iops": rateDevice(false),
  "device-write-iops": rateDevice(false),
  "device-cgroup-rule": cgroupRule,
  "generic-resource": resource,
  "generic-resource-add": resource,
};
