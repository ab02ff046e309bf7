import type { Aspect, Canonical, Json } from "#core/docker/types";
import { printedFields } from "./printed-fields";
import { sameProcess } from "./same-process";

type Values = { readonly [name: string]: (value: Json) => Json };

/** The parts of a value that tell roads apart and not what one has afterwards, by the aspect. */
const values: Values = {
  command: sameProcess,
  format: printedFields,
  // The user `root` is number 0, and so is its group.
  user: text((user) =>
    user
      .split(":")
      .map((part) => (part === "0" ? "root" : part))
      .join(":")
      .replace(/^root:root$/, "root"),
  ),
  "volumes-from": each(text((from) => from.replace(/:rw$/, ""))),
  host: text((host) => host.replace(/^(ssh:\/\/[^/]*?)(?::22)?\/?$/, "$1")),
};

/** The same by the first word of names that hold one: `port 80/tcp`, `mount /data`. */
const families: Values = {
  mount: each((mount) => plainMount(mount, true)),
  port: everywhere,
  filter: each(text((value) => (/^(?:1|t|T|TRUE|True)$/.test(value) ? "true" : value))),
};

/**
 * An aspect in one spelling for all roads to its effect; `mayCreate`: whether it is the same to make
 * a missing folder and to refuse.
 */
export function withoutRoad({ action }: Canonical, aspect: Aspect, mayCreate: boolean): Aspect {
  const { name, value } = aspect;
  if (!mayCreate && name.startsWith("mount ")) {
    return { ...aspect, value: each((mount) => plainMount(mount, false))(value) };
  }
  if (action === "rename container" && name === "name") {
    return { ...aspect, value: text((given) => given.replace(/^\//, ""))(value) };
  }
  const [family = ""] = name.split(" ");
  const read = Object.hasOwn(values, name)
    ? values[name]
    : name.includes(" ") && Object.hasOwn(families, family) && isNarrow(family, name)
      ? families[family]
      : undefined;
  return read === undefined ? aspect : { ...aspect, value: read(value) };
}

/** Of the filters only those that are on or off. */
const isNarrow = (family: string, name: string) =>
  family !== "filter" || /^filter (?:all|dangling|is-official)$/.test(name);

function text(change: (value: string) => string): (value: Json) => Json {
  return (value) => (typeof value === "string" ? change(value) : value);
}

function each(change: (value: Json) => Json): (value: Json) => Json {
  return (value) => (Array.isArray(value) ? value.map((one: Json) => change(one)) : value);
}

/**
 * Whether a folder is bound that has to be there, by `--mount type=bind`. What wants this says so, as
 * the house writes `-v`.
 */
export function bindsOnlyWhatIs({ name, value }: Aspect): boolean {
  if (!name.startsWith("mount ") || !Array.isArray(value)) return false;
  return value.some((one: Json) => isFields(one) && one.type === "bind" && !one.createSource);
}

const isFields = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `-v /h:/c` makes a missing folder, `--mount type=bind` refuses; with the folder there both bind
 * it. The labels of SELinux change who may read it, not what is there.
 */
function plainMount(mount: Json, mayCreate: boolean): Json {
  if (!isFields(mount)) return mount;
  const kept = Object.entries(mount).filter(
    ([key, value]) =>
      !(key === "createSource" && mayCreate) &&
      !(key === "propagation" && value === "rprivate") &&
      !(key === "mode" && /^\["z"\]$/i.test(JSON.stringify(value))),
  );
  return Object.fromEntries(kept);
}

/** Every address of the host, said in one word or in two. */
function everywhere(ports: Json): Json {
  if (!Array.isArray(ports)) return ports;
  const told = new Set(ports.map((one: Json) => JSON.stringify(one)));
  const shown = ports.map((one: Json): Json => {
    if (typeof one !== "object" || one === null || !("port" in one) || !("ip" in one)) return one;
    const isThere = (ip: string) => told.has(JSON.stringify({ ...one, ip }));
    return /^(?:0\.0\.0\.0|::)$/.test(String(one.ip)) && isThere("0.0.0.0")
      ? { ...one, ip: "" }
      : one;
  });
  return [...new Map(shown.map((one) => [JSON.stringify(one), one])).values()];
}
