import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { cut } from "./cut";
import { readGpus } from "./gpus";
import type { Reader } from "./list-values";
import { readBytes, readWhole } from "./numbers";

/** `/dev/sda:AMOUNT`, where the amount is read by its own rule. */
const onDevice =
  (read: (text: string) => Read<number>, objection: (text: string) => string): Reader =>
  (text) => {
    const [path, said] = cut(text, ":");
    if (said === null || path === "") return bad(`bad format: ${text}`);
    if (!path.startsWith("/dev/")) return bad(`bad format for device path: ${text}`);
    const amount = read(said);
    return amount.ok ? good(`${path}:${amount.value}`) : bad(objection(text));
  };

const readDecimal = (text: string) => readWhole(text, { base: 10 });

const readWeight = (text: string) => {
  const read = readWhole(text, { base: 10, bits: 16 });
  const sound = read.ok && (read.value === 0 || (read.value >= 10 && read.value <= 1000));
  return sound ? read : bad(text);
};

const rate = (form: string) => (text: string) =>
  `invalid rate for device: ${text}. The correct format is <device-path>:<number>${form}`;

const bytesOn = onDevice(
  readBytes,
  rate("[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb"),
);
const timesOn = onDevice(readDecimal, rate(". Number must be a positive integer"));

const resource: Reader = (text) => {
  const [name = "", said, more] = text.split("=").map((part) => part.trim());
  if (said === undefined) {
    return bad(`invalid generic-resource format \`${text}\` expected \`name=value\``);
  }
  const wrong = "invalid generic resource specification: could not parse GenericResource:";
  if (more !== undefined) {
    return bad(`${wrong} incorrect term ${text}, missing '=' or malformed expression`);
  }
  const count = readWhole(said, { base: 10, signed: true });
  if (count.ok && count.value < 0) return bad(`${wrong} cannot ask for negative resource ${name}`);
  if (count.ok) return good(`${name}=${count.value}`);
  return bad(
    `invalid generic-resource request \`${name}=${said}\`, Named Generic Resources is not supported for service create or update`,
  );
};

const cgroupRule: Reader = (text) =>
  /^[acb] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/.test(text)
    ? good(text)
    : bad(`invalid device cgroup format '${text}'`);

/** What the client says to a platform that it cannot read; the first fault counts. */
const noPlatform = (text: string): Read<Json> => {
  const said = JSON.stringify(text);
  const wrong = (part: string, rule: string, kind = "", component = "platform") =>
    bad(
      `${JSON.stringify(part)} is an invalid ${kind}component of ${said}: ${component} specifier component must match ${JSON.stringify(rule)}: invalid argument`,
    );
  if (text.includes("*")) return bad(`${said}: wildcards not yet supported: invalid argument`);
  const [system = "", ...rest] = text.split("/");
  if (!/^[\w-]+(?:\([\w.-]*\))?$/.test(system))
    return wrong(system, "^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.-]*)\\))?$", "OS ", "OSAndVersion");
  const part = rest.find((one) => !/^[\w.-]+$/.test(one));
  if (part !== undefined) return wrong(part, "^[A-Za-z0-9_.-]+$");
  return bad(
    `${said}: ${rest.length > 2 ? "cannot parse platform specifier" : "unknown operating system or architecture"}: invalid argument`,
  );
};

/** How values of flags are read that few commands have, by flag, and a platform that is none. */
export const rareLists: Readonly<Record<string, (text: string) => Read<Json>>> = {
  "blkio-weight-device": onDevice(readWeight, (text) => `invalid weight for device: ${text}`),
  "device-read-bps": bytesOn,
  "device-write-bps": bytesOn,
  "device-read-iops": timesOn,
  "device-write-iops": timesOn,
  "device-cgroup-rule": cgroupRule,
  "generic-resource": resource,
  "generic-resource-add": resource,
  gpus: readGpus,
  platform: noPlatform,
};
