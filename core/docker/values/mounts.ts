import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { type Pair, readPairs } from "./comma-list";
import { readBoolean, readBytes } from "./numbers";
import { absolutePath, cleanPath, isAbsolute } from "./paths";

/** A mount under its target. `detail` holds what else was asked, in one spelling. */
export type Mount = { target: string; detail: { [key: string]: Json } };

const isName = (text: string) => /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text);
const propagations = /^r?(?:private|shared|slave)$/;
const modes = /^(?:ro|rw|z|Z|nocopy|copy|delegated|cached|consistent|r?private|r?shared|r?slave|)$/;

/** What the engine says to a target or a volume name that cannot be. */
function engineObjection(text: string, source: string, target: string): string | null {
  const kind = isAbsolute(source) ? "bind" : "volume";
  if (!isAbsolute(target)) {
    return `invalid volume specification: '${text}': invalid mount config for type "${kind}": invalid mount path: '${target}' mount path must be absolute`;
  }
  if (target === "/") {
    return `invalid volume specification: '${text}': invalid mount config: destination can't be '/'`;
  }
  if (kind === "volume" && !isName(source)) {
    return `create ${source}: "${source}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`;
  }
  return null;
}

export type VolumeRead =
  | { ok: true; mount: Mount }
  | { ok: false; by: "client" | "engine"; error: string };

const isDrive = (text: string) => /^[A-Za-z]:/.test(text) && !text.startsWith("::", 1);

/** `-v`: `/c`, `name:/c`, `/h:/c[:mode]`, `./h:/c`. */
export function readVolume(text: string, folder: string): VolumeRead {
  const refuse = (by: "client" | "engine", error: string): VolumeRead => ({ ok: false, by, error });
  if (text === "") return refuse("client", "invalid spec: : empty volume spec");
  // One letter before the colon is read as a Windows drive, so the whole is one odd target.
  if (isDrive(text) && text.indexOf(":", 2) < 0) return anonymous(text);
  const pieces = text.split(":");
  if (pieces.some((piece) => piece === "") && pieces.length > 1) {
    return refuse("client", `invalid spec: ${text}: empty section between colons`);
  }
  const [source = "", target, mode = ""] = pieces;
  if (target === undefined) return anonymous(source);
  if (pieces.length > 3) return refuse("engine", `invalid volume specification: '${text}'`);
  const from = /^[/.\uE000-\uE003]/.test(source) ? absolutePath(source, folder) : source;
  const full = [from, target, ...pieces.slice(2)].join(":");
  const wrongMode = mode.split(",").some((word) => !modes.test(word));
  const objection = engineObjection(full, from, target);
  if (objection !== null) return refuse("engine", objection);
  if (wrongMode) {
    return refuse("engine", `invalid volume specification: '${full}': invalid mode: ${mode}`);
  }
  return { ok: true, mount: named(from, target, mode) };
}

const anonymous = (target: string): VolumeRead => ({
  ok: true,
  mount: { target: cleanPath(target), detail: { type: "volume" } },
});

function named(source: string, target: string, mode: string): Mount {
  const bind = isAbsolute(source);
  const detail: { [key: string]: Json } = bind
    ? { type: "bind", source: cleanPath(source), createSource: true }
    : { type: "volume", source };
  const words = mode.split(",").filter((word) => word !== "" && word !== "rw");
  const rest: string[] = [];
  for (const word of words) {
    if (word === "ro") detail.readonly = true;
    else if (word === "nocopy" && !bind) detail.nocopy = true;
    else if (bind && propagations.test(word) && detail.propagation === undefined) {
      detail.propagation = word;
    } else rest.push(word);
  }
  if (rest.length > 0) detail.mode = rest.sort();
  return { target: cleanPath(target), detail };
}

/** Keys of the long form, and where they go. */
const mountKeys: Readonly<Record<string, string>> = {
  type: "type",
  source: "source",
  src: "source",
  target: "target",
  dst: "target",
  destination: "target",
  readonly: "readonly",
  ro: "readonly",
  consistency: "consistency",
  "bind-propagation": "propagation",
  "bind-nonrecursive": "nonRecursive",
  "bind-recursive": "recursive",
  "volume-subpath": "subpath",
  "volume-nocopy": "nocopy",
  "volume-label": "label",
  "volume-driver": "driver",
  "volume-opt": "option",
  "image-subpath": "imageSubpath",
  "tmpfs-size": "size",
  "tmpfs-mode": "mode",
};

const switches = new Set(["readonly", "ro", "volume-nocopy", "bind-nonrecursive"]);
const lists = new Set(["label", "option"]);

type Fields = Record<string, Json>;

function setField(fields: Fields, { key, value }: Pair, folder: string): string | null {
  const name = Object.hasOwn(mountKeys, key) ? mountKeys[key] : undefined;
  if (value === null && !switches.has(key)) {
    return `invalid field '${key}' must be a key=value pair`;
  }
  if (name === undefined) return `unexpected key '${key}' in '${key}=${value}'`;
  const text = value ?? "true";
  if (switches.has(key)) {
    const on = readBoolean(text);
    if (!on.ok) return `invalid value for ${key}: ${text}`;
    fields[name] = on.value;
  } else if (name === "size") {
    const bytes = readBytes(text);
    if (!bytes.ok) return `invalid value for ${key}: ${text}`;
    fields[name] = bytes.value;
  } else if (name === "mode") {
    if (!/^[0-7]+$/.test(text)) return `invalid value for ${key}: ${text}`;
    fields[name] = Number.parseInt(text, 8);
  } else if (lists.has(name)) {
    const equals = text.indexOf("=");
    const label = equals < 0 ? text : text.slice(0, equals);
    fields[`${name} ${label}`] = equals < 0 ? "" : text.slice(equals + 1);
  } else if (name === "source" && text.startsWith(".")) {
    fields[name] = absolutePath(text, folder);
  } else fields[name] = name === "type" ? text.toLowerCase() : text;
  return null;
}

/** Which keys belong to which kind of mount; the client refuses them elsewhere. */
const owners: readonly [string, readonly string[]][] = [
  ["volume", ["subpath", "nocopy", "driver", "label", "option"]],
  ["bind", ["propagation", "nonRecursive", "recursive"]],
  ["tmpfs", ["size", "mode"]],
  ["image", ["imageSubpath"]],
];

const hasField = (fields: Fields, name: string) =>
  Object.keys(fields).some((key) => key === name || key.startsWith(`${name} `));

/** `--mount`: keys and values between commas; the kind is volume unless said. */
export function readMount(text: string, folder: string): Read<Mount> {
  const pairs = readPairs(text);
  if (!pairs.ok) return pairs;
  const fields: Fields = { type: "volume" };
  for (const pair of pairs.value) {
    const wrong = setField(fields, pair, folder);
    if (wrong !== null) return bad(wrong);
  }
  const { target, ...detail } = fields;
  if (fields.type === "") return bad("type is required");
  if (typeof target !== "string" || target === "") return bad("target is required");
  for (const [kind, keys] of owners) {
    if (kind !== fields.type && keys.some((key) => hasField(fields, key))) {
      return bad(`cannot mix '${kind}-*' options with mount type '${fields.type}'`);
    }
  }
  if (detail.type === "bind" && typeof detail.source === "string") {
    detail.source = cleanPath(detail.source);
  }
  for (const [key, value] of Object.entries(detail)) {
    if (value === "" || value === false || value === 0) delete detail[key];
  }
  return good({ target: cleanPath(target), detail });
}

/** What the engine says to a mount that the client let through. */
export function mountObjection({ target, detail }: Mount): string | null {
  const { type, source } = detail;
  const prefix = `invalid mount config for type "${type}": `;
  if (!isAbsolute(target)) {
    return `${prefix}invalid mount path: '${target}' mount path must be absolute`;
  }
  if (type !== "bind") return null;
  if (typeof source !== "string") return `${prefix}field Source must not be empty`;
  if (isAbsolute(source)) return null;
  return `${prefix}invalid mount path: '${source}' mount path must be absolute`;
}
