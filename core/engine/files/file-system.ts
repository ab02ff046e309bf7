import { layerFiles } from "#core/engine/images/layers";
import { hostOf, type Machine, put, putUpper } from "#core/engine/state/machine";
import type { Container, FileNode, Files, Mount } from "#core/engine/types";
import { childrenIn } from "./children";
import { generatedFile } from "./generated";
import { joined, parentOf, within } from "./paths";

/** Where a program runs: on a host, or in a container of it. */
export type Place = { host: string; container: string | null };

/** Where a path's file really is. */
type Spot =
  | { kind: "host"; path: string; ro: boolean; mount?: Mount }
  | { kind: "layer"; path: string; ro: boolean; container: Container; mount?: Mount }
  | { kind: "volume"; path: string; ro: boolean; name: string; mount: Mount }
  | { kind: "tmpfs"; path: string; ro: boolean; container: Container; mount?: Mount };

const rootFolder: FileNode = { t: "d" };

/** The mounts of a container with its tmpfs among them, the deepest first. */
export function mountsOf(container: Container): Mount[] {
  const temporary = Object.keys(container.host.tmpfs).map(
    (target): Mount => ({ type: "tmpfs", source: "", target, ro: false }),
  );
  const all = [...container.mounts, ...temporary];
  return all.sort((a, b) => b.target.length - a.target.length);
}

function spotOf(m: Machine, place: Place, path: string): Spot {
  const container = place.container && hostOf(m, place.host).containers[place.container];
  if (!container) return { kind: "host", path, ro: false };
  const mount = mountsOf(container).find(({ target }) => within(path, target));
  if (mount === undefined) {
    return { kind: "layer", path, ro: container.host.readonly, container };
  }
  const below = path.slice(mount.target === "/" ? 0 : mount.target.length);
  if (mount.type === "tmpfs") return { kind: "tmpfs", path, ro: mount.ro, container, mount };
  if (mount.type === "bind") {
    return { kind: "host", path: `${mount.source}${below}` || "/", ro: mount.ro, mount };
  }
  return { kind: "volume", path: below || "/", ro: mount.ro, name: mount.name ?? "", mount };
}

const gone = (node: FileNode | undefined): FileNode | null =>
  node === undefined || node.t === "x" ? null : node;

function layered(m: Machine, host: string, container: Container, path: string): FileNode | null {
  const upper = hostOf(m, host).upper[container.id]?.[path];
  if (upper !== undefined) return gone(upper);
  const made = generatedFile(m, host, container, path);
  if (made !== null) return made;
  const image = hostOf(m, host).images[container.imageId];
  const layers = image?.layers ?? keptLayers(m, host, container);
  for (let i = layers.length - 1; i >= 0; i--) {
    const node = layerFiles(m, host, layers[i] ?? "")[path];
    if (node !== undefined) return gone(node);
  }
  return null;
}

/** A forced rmi leaves the layers of a container's image, and no name for them. */
const keptLayers = (m: Machine, host: string, { id }: Container): readonly string[] => {
  const entry = hostOf(m, host).upper[id]?.["kept:layers"];
  return entry?.t === "f" ? entry.x.split(" ") : [];
};

function nodeAt(m: Machine, place: Place, path: string): FileNode | null {
  if (path === "/") return rootFolder;
  const spot = spotOf(m, place, path);
  const host = hostOf(m, place.host);
  if (spot.kind === "host") return spot.path === "/" ? rootFolder : (host.files[spot.path] ?? null);
  if (spot.kind === "volume") {
    if (spot.path === "/") return rootFolder;
    return host.volumes[spot.name]?.files[spot.path] ?? null;
  }
  if (spot.kind === "tmpfs") {
    if (spot.path === spot.mount?.target) return rootFolder;
    return host.upper[spot.container.id]?.[`tmpfs:${spot.path}`] ?? null;
  }
  const isMountPoint = mountsOf(spot.container).some(({ target }) => within(target, path));
  const found = layered(m, place.host, spot.container, path);
  return found ?? (isMountPoint ? rootFolder : null);
}

function layerNames(m: Machine, host: string, container: Container, folder: string): Set<string> {
  const image = hostOf(m, host).images[container.imageId];
  const names = new Set<string>();
  const layers = image?.layers ?? keptLayers(m, host, container);
  const upper = hostOf(m, host).upper[container.id] ?? {};
  for (const files of [...layers.map((id) => layerFiles(m, host, id)), upper]) {
    for (const name of childrenIn(files, folder)) {
      if (files[joined(folder, name)]?.t === "x") names.delete(name);
      else names.add(name);
    }
  }
  if (folder === "/etc") for (const name of ["hostname", "hosts", "resolv.conf"]) names.add(name);
  if (folder === "/") names.add(".dockerenv");
  for (const { target } of mountsOf(container)) {
    if (target !== folder && within(target, folder)) {
      const rest = target.slice(folder === "/" ? 1 : folder.length + 1);
      names.add(rest.split("/")[0] ?? rest);
    }
  }
  names.delete("");
  return names;
}

/** The names in a folder, sorted. */
export function listFolder(m: Machine, place: Place, path: string): string[] {
  const folder = resolveLinks(m, place, path);
  const spot = spotOf(m, place, folder);
  const host = hostOf(m, place.host);
  if (spot.kind === "host") return [...childrenIn(host.files, spot.path)].sort();
  if (spot.kind === "volume") {
    return [...childrenIn(host.volumes[spot.name]?.files ?? {}, spot.path)].sort();
  }
  if (spot.kind === "tmpfs") {
    const upper = host.upper[spot.container.id] ?? {};
    return [...childrenIn(upper, `tmpfs:${spot.path}`)].sort();
  }
  return [...layerNames(m, place.host, spot.container, folder)].sort();
}

/** A path with the links on its way followed, as far as they lead. */
export function resolveLinks(m: Machine, place: Place, path: string, depth = 0): string {
  if (path === "/" || depth > 8) return path;
  const parent = resolveLinks(m, place, parentOf(path), depth + 1);
  const own = joined(parent, path.slice(path.lastIndexOf("/") + 1));
  const node = nodeAt(m, place, own);
  if (node?.t !== "l") return own;
  const target = node.x.startsWith("/") ? node.x : joined(parent, node.x);
  return resolveLinks(m, place, target, depth + 1);
}

/** The file, folder or link at a path; links on its way are followed, itself not. */
export function lookAt(m: Machine, place: Place, path: string): FileNode | null {
  if (path === "/") return rootFolder;
  const parent = resolveLinks(m, place, parentOf(path));
  return nodeAt(m, place, joined(parent, path.slice(path.lastIndexOf("/") + 1)));
}

/** The file or folder to which a path leads in the end. */
export const fileAt = (m: Machine, place: Place, path: string): FileNode | null =>
  nodeAt(m, place, resolveLinks(m, place, path));

/** What a file says; null where there is none. */
export function readText(m: Machine, place: Place, path: string): string | null {
  const node = fileAt(m, place, path);
  return node?.t === "f" ? node.x : null;
}

export const isFolder = (m: Machine, place: Place, path: string): boolean =>
  fileAt(m, place, path)?.t === "d";

/** Why nothing can be written at a path: it is read-only, or not this user's. */
export function writeTrouble(m: Machine, place: Place, path: string, user: string): string | null {
  const full = resolveLinks(m, place, path);
  const spot = spotOf(m, place, full);
  if (spot.ro) return "Read-only file system";
  if (spot.mount?.target === full && spot.kind !== "host") return null;
  if (user === "" || user === "root" || user === "0") return null;
  if (place.container === null || /^\/(?:tmp|dev)(?:\/|$)/.test(full) || spot.kind === "tmpfs")
    return null;
  const node = nodeAt(m, place, full);
  const judged = node ?? nodeAt(m, place, parentOf(full));
  if (judged === null || judged.t === "l" || judged.t === "x") return null;
  const mode = judged.m ?? (judged.t === "d" ? 0o755 : 0o644);
  return judged.u === user || (mode & 0o002) !== 0 ? null : "Permission denied";
}

function putLayered(
  m: Machine,
  place: Place,
  spot: Spot & { container: Container },
  node: FileNode | null,
): void {
  const { id } = spot.container;
  const upper = hostOf(m, place.host).upper[id] ?? {};
  const key = spot.kind === "tmpfs" ? `tmpfs:${spot.path}` : spot.path;
  const { [key]: _, ...rest } = upper;
  if (node !== null) putUpper(m, place.host, id, { ...upper, [key]: node });
  else if (spot.kind === "tmpfs") putUpper(m, place.host, id, rest);
  else {
    putUpper(m, place.host, id, rest);
    // What a lower layer still has is covered.
    const below = layered(m, place.host, spot.container, spot.path);
    if (below !== null) putUpper(m, place.host, id, { ...rest, [key]: { t: "x" } });
  }
}

/** Puts a file, folder or link at a path, null to take it away. Asks nobody. */
export function putFile(m: Machine, place: Place, path: string, node: FileNode | null): void {
  const parent = resolveLinks(m, place, parentOf(path));
  const spot = spotOf(m, place, joined(parent, path.slice(path.lastIndexOf("/") + 1)));
  if (spot.path === "/") return;
  if (spot.kind === "host") put(m, ["hosts", place.host, "files", spot.path], node);
  else if (spot.kind === "volume") {
    if (hostOf(m, place.host).volumes[spot.name] !== undefined) {
      put(m, ["hosts", place.host, "volumes", spot.name, "files", spot.path], node);
    }
  } else putLayered(m, place, spot, node);
}

/** Makes a folder and those above it that are missing. */
export function makeFolders(m: Machine, place: Place, path: string, user = ""): void {
  if (path === "/" || fileAt(m, place, path)?.t === "d") return;
  makeFolders(m, place, parentOf(path), user);
  putFile(m, place, path, user === "" || user === "root" ? { t: "d" } : { t: "d", u: user });
}

/** All paths of a folder and below, itself first; links are not followed. */
export function walk(m: Machine, place: Place, path: string): string[] {
  const node = lookAt(m, place, path);
  if (node === null) return [];
  if (node.t !== "d") return [path];
  return [
    path,
    ...listFolder(m, place, path).flatMap((name) => walk(m, place, joined(path, name))),
  ];
}

/** Takes a file, or a folder with all that is in it, away. */
export function removeTree(m: Machine, place: Place, path: string): void {
  for (const one of walk(m, place, path).reverse()) putFile(m, place, one, null);
}

/** A folder's content by path from that folder on ("/" for itself is left out). */
export function copyOut(m: Machine, place: Place, path: string): Files {
  const result: Record<string, FileNode> = {};
  const root = resolveLinks(m, place, path);
  for (const one of walk(m, place, root)) {
    const node = lookAt(m, place, one);
    if (one !== root && node !== null) result[one.slice(root === "/" ? 0 : root.length)] = node;
  }
  return result;
}
