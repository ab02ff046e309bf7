import { bad, good, type Read } from "#core/docker/read";
import type { Json } from "#core/docker/types";
import { type Field, readFields } from "./comma-list";
import { cut } from "./cut";
import { readBoolean, readBytes, readWhole } from "./numbers";
import { absolutePath, cleanPath, isAbsolute } from "./paths";

/** A mount under its target. `detail` holds what else was asked, in one spelling. */
export type Mount = { target: string; detail: { [key: string]: Json } };

/** Whether a volume may have the name. */
export const isName = (text: string) => /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text);
const propagations = /^r?(?:private|shared|slave)$/;
/** Of each kind a mount has one word at most; several of the first pass in the measured cases. */
const modes = [
  /^r?(?:private|shared|slave)$/,
  /^r[ow]$/,
  /^z$/i,
  /^nocopy$/,
  /^(?:delegated|cached|consistent)$/,
];

function isMode(text: string): boolean {
  if (text === "") return true;
  const kinds = text.split(",").map((word) => modes.findIndex((kind) => kind.test(word)));
  const single = kinds.filter((kind) => kind > 0);
  return !kinds.includes(-1) && new Set(single).size === single.length;
}

/** What the engine says to the pieces of a volume that it does not take. */
function engineObjection([source = "", target = "", mode = "", ...more]: string[], text: string) {
  const spec = `invalid volume specification: '${text}'`;
  if (more.length > 0 || (mode === "" && isMode(target))) return spec;
  if (!isMode(mode)) return `invalid mode: ${mode}`;
  const type = isAbsolute(source) ? "bind" : "volume";
  const objection = targetObjection(target);
  if (objection !== null) return `${spec}: ${inConfig(type)}${objection}`;
  return type === "volume" && !isName(source) ? wrongName(source) : null;
}

const inConfig = (type: Json | undefined) => `invalid mount config for type "${type}": `;

const relative = (path: Json) => `invalid mount path: '${path}' mount path must be absolute`;

function targetObjection(target: string): string | null {
  if (cleanPath(target) === "/") return "invalid specification: destination can't be '/'";
  return isAbsolute(target) ? null : relative(target);
}

/** What the engine says of a volume's name that it does not take. */
export const wrongName = (name: string) =>
  `create ${name}: ${
    name.length > 1
      ? `"${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`
      : "volume name is too short, names should be at least two alphanumeric characters"
  }`;

export type VolumeRead =
  | { ok: true; mount: Mount }
  | { ok: false; by: "client" | "engine"; error: string };

const isDrive = (text: string) => /^[A-Za-z]:/.test(text) && !text.startsWith("::", 1);

/** `-v`: `/c`, `name:/c`, `/h:/c[:mode]`, `./h:/c`. */
export function readVolume(text: string, folder: string): VolumeRead {
  const refuse = (by: "client" | "engine", error: string): VolumeRead => ({ ok: false, by, error });
  if (text === "") return refuse("client", "invalid empty volume spec");
  // One letter before the colon is read as a Windows drive, so the whole is one odd target.
  if (text.length < 3 || (isDrive(text) && text.indexOf(":", 2) < 0)) return anonymous(text);
  const pieces = text.split(":");
  if (pieces.some((piece) => piece === "") && pieces.length > 1) {
    return refuse("client", `invalid spec: ${text}: empty section between colons`);
  }
  const [source = "", target, mode = ""] = pieces;
  if (target === undefined) return anonymous(source);
  const from = /^[/.\uE000-\uE003]/.test(source) ? absolutePath(source, folder) : source;
  const full = [from, ...pieces.slice(1)];
  const objection = engineObjection(full, full.join(":"));
  if (objection !== null) return refuse("engine", objection);
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
/** Keys whose value is a word of the client's own, capitals or not. */
const words = new Set(["type", "consistency", "propagation"]);

type Fields = Record<string, Json>;

/** What `bind-recursive` may say, and the switch that it is. */
const recursions: Readonly<Record<string, string>> = {
  enabled: "",
  disabled: "nonRecursive",
  writable: "writableBelow",
  readonly: "readonlyBelow",
};

function setField(
  fields: Fields,
  { field, key: raw, value }: Field,
  folder: string,
): string | null {
  const key = raw.toLowerCase();
  if (value === null && !switches.has(key)) {
    return `invalid field '${field}' must be a key=value pair`;
  }
  const name = Object.hasOwn(mountKeys, key) ? (mountKeys[key] ?? "") : "";
  const text = value ?? "true";
  const wrong = `invalid value for ${key}: ${text}`;
  if (name === "") return `unexpected key '${key}' in '${field}'`;
  if (name === "recursive") {
    const kind = recursions[text];
    if (kind === undefined) {
      return `${wrong} (must be "enabled", "disabled", "writable", or "readonly")`;
    }
    if (kind !== "") fields[kind] = true;
  } else if (switches.has(key) || name === "size" || name === "mode") {
    const read = switches.has(key)
      ? readBoolean(text)
      : name === "size"
        ? readBytes(text)
        : readWhole(text, { base: 8, bits: 32 });
    if (!read.ok) return wrong;
    fields[name] = read.value;
  } else if (name === "label" || name === "option") {
    const [entry, worth] = cut(text, "=");
    fields[`${name} ${entry}`] = entry === "" ? null : (worth ?? "");
  } else if (name === "source" && text.startsWith(".")) {
    fields[name] = absolutePath(text, folder);
  } else fields[name] = words.has(name) ? text.toLowerCase() : text;
  return null;
}

/** Which keys belong to which kind of mount; the client refuses them elsewhere. */
const owners: readonly [string, RegExp][] = [
  ["volume", /^(?:subpath|nocopy|driver|label .*|option .*)$/s],
  ["image", /^imageSubpath$/],
  ["bind", /^(?:propagation|nonRecursive|\w+Below)$/],
  ["tmpfs", /^(?:size|mode)$/],
];

/** `--mount`: keys and values between commas; the kind is volume unless said. */
export function readMount(text: string, folder: string): Read<Mount> {
  const read = readFields(text);
  if (!read.ok) return read;
  const fields: Fields = { type: "volume" };
  for (const field of read.value) {
    const wrong = setField(fields, field, folder);
    if (wrong !== null) return bad(wrong);
  }
  const { target, ...detail } = fields;
  if (fields.type === "") return bad("type is required");
  if (typeof target !== "string" || target === "") return bad("target is required");
  for (const [kind, keys] of owners) {
    if (kind !== fields.type && Object.keys(fields).some((key) => keys.test(key))) {
      return bad(`cannot mix '${kind}-*' options with mount type '${fields.type}'`);
    }
  }
  const lacking = missingForBelow(fields);
  if (lacking !== null) return bad(lacking);
  if (detail.type === "bind" && detail.source) detail.source = cleanPath(String(detail.source));
  for (const [key, value] of Object.entries(detail)) {
    // A label or an option may be empty; elsewhere nothing is what holds anyway.
    if (value === null || value === false || value === 0 || (value === "" && !key.includes(" "))) {
      delete detail[key];
    }
  }
  return good({ target: cleanPath(target), detail });
}

/** What below a read-only mount is asked for needs the mount to be one. */
function missingForBelow({ writableBelow, readonlyBelow, readonly, propagation }: Fields) {
  const needs = (what: string, kind: string) =>
    `option 'bind-recursive=${kind}' requires '${what}' to be specified in conjunction`;
  if (writableBelow && !readonly) return needs("readonly", "writable");
  if (readonlyBelow && !readonly) return needs("readonly", "readonly");
  if (!readonlyBelow || propagation === "rprivate") return null;
  return needs("bind-propagation=rprivate", "readonly");
}

/** What the engine says to a mount that the client let through. */
export function mountObjection({ target, detail }: Mount, measured: boolean): string | null {
  const { type, source } = detail;
  const prefix = inConfig(type);
  const objection = targetObjection(target);
  if (objection !== null) return prefix + objection;
  if (!/^(?:bind|volume|tmpfs|image|cluster|npipe)$/.test(String(type)))
    return `${prefix}mount type unknown`;
  const path = String(source ?? "");
  if (type === "volume" && isAbsolute(path)) return wrongName(path);
  if (type === "volume" && path === "" && detail.readonly)
    return `${prefix}must not set ReadOnly mode when using anonymous volumes`;
  if (type === "tmpfs" && path !== "" && !measured)
    return `${prefix}field Source must not be specified`;
  if (type !== "bind" && type !== "image") return null;
  if (path === "") return `${prefix}field Source must not be empty`;
  return type === "bind" && !isAbsolute(path) ? prefix + relative(path) : null;
}
