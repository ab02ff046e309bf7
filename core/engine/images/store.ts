import { hostOf, type Machine, put, putImage, putLayer, tell } from "#core/engine/state/machine";
import type { Image } from "#core/engine/types";
import { catalog, knownLayers } from "./catalog";
import { manifestOf } from "./layers";

/** The parts of an image's name in full: "docker.io", "library/nginx", "latest", "". */
export type Reference = { domain: string; path: string; tag: string; digest: string };

/** Reads a full reference ("docker.io/library/nginx:1.27"). */
export function readReference(full: string): Reference {
  const at = full.indexOf("@");
  const digest = at < 0 ? "" : full.slice(at + 1);
  const name = at < 0 ? full : full.slice(0, at);
  const slash = name.indexOf("/");
  const domain = name.slice(0, slash);
  const rest = name.slice(slash + 1);
  const colon = rest.lastIndexOf(":");
  const tag = colon < 0 ? "" : rest.slice(colon + 1);
  return { domain, path: colon < 0 ? rest : rest.slice(0, colon), tag, digest };
}

/** A repository's name as it is shown: "nginx", "acme/shop", "localhost:5000/x". */
export function familiar({ domain, path }: Reference): string {
  if (domain !== "docker.io") return `${domain}/${path}`;
  return path.replace(/^library\//, "");
}

/** "nginx:latest" for a full reference. */
export const shortName = (full: string): string => {
  const reference = readReference(full);
  const tag = reference.tag || (reference.digest === "" ? "latest" : "");
  return `${familiar(reference)}${tag === "" ? "" : `:${tag}`}${reference.digest === "" ? "" : `@${reference.digest}`}`;
};

/** What a typed name means in full; anything that no rule allows is left as it is. */
export function fullName(typed: string): string {
  const first = typed.split("/")[0] ?? "";
  const hasDomain = typed.includes("/") && (/[.:]/.test(first) || first === "localhost");
  const rest = hasDomain ? typed.slice(first.length + 1) : typed;
  const domain = hasDomain ? first.replace("index.docker.io", "docker.io") : "docker.io";
  const path = domain === "docker.io" && !rest.includes("/") ? `library/${rest}` : rest;
  const tagged = /:[^/]+$/.test(path) || path.includes("@");
  return `${domain}/${path}${tagged ? "" : ":latest"}`;
}

/** The image that a name, a digest, an id or its beginning means. */
export function findImage(m: Machine, host: string, typed: string): Image | undefined {
  const { tags, digests, images } = hostOf(m, host);
  const name = shortName(fullName(typed));
  const byName = tags[name] ?? digests[name] ?? digests[name.replace(/:[^:@/]+@/, "@")];
  if (byName !== undefined) return images[byName];
  const id = typed.replace(/^sha256:/, "");
  if (!/^[0-9a-f]{2,64}$/.test(id)) return undefined;
  const found = Object.values(images).filter((one) => one.id.startsWith(id));
  return found.length === 1 ? found[0] : undefined;
}

export const tagsOf = (m: Machine, host: string, id: string): string[] =>
  Object.entries(hostOf(m, host).tags)
    .filter(([, image]) => image === id)
    .map(([tag]) => tag)
    .sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1));
export const digestsOf = (m: Machine, host: string, id: string): string[] =>
  Object.entries(hostOf(m, host).digests)
    .filter(([, image]) => image === id)
    .map(([digest]) => digest);

export function putTag(m: Machine, host: string, tag: string, id: string): void {
  put(m, ["hosts", host, "tags", tag], id, `tag image ${tag}`);
}
export function dropTag(m: Machine, host: string, tag: string): void {
  put(m, ["hosts", host, "tags", tag], null, `untag image ${tag}`);
}

export type InRegistry = { image: Image; tag: string };

/** What a registry has under a full reference; null where nothing is, or nobody answers. */
export function inRegistry(m: Machine, full: string): Image | null {
  const reference = readReference(full);
  const name = `${familiar(reference)}:${reference.tag || "latest"}`;
  if (reference.digest !== "") {
    const all = [...catalog.values(), ...Object.values(m.state.pushed).map(({ image }) => image)];
    return all.find((image) => `sha256:${manifestOf(image.id)}` === reference.digest) ?? null;
  }
  return (
    m.state.pushed[name]?.image ??
    (reference.domain === "docker.io" ? (catalog.get(name) ?? null) : null)
  );
}

/** Tags of a repository that a registry has. */
export function tagsInRegistry(m: Machine, repository: string): string[] {
  const names = [...catalog.keys(), ...Object.keys(m.state.pushed)];
  const own = names.filter((name) => name.slice(0, name.lastIndexOf(":")) === repository);
  return [...new Set(own.map((name) => name.slice(name.lastIndexOf(":") + 1)))];
}

/** Layers of an image that a host has already, by another image of it. */
export const hasLayer = (m: Machine, host: string, layer: string): boolean =>
  Object.values(hostOf(m, host).images).some(({ layers }) => layers.includes(layer)) ||
  Object.values(hostOf(m, host).cache).some((entry) => entry.layer === layer);

/** Takes an image in from a registry, with its tag and digest. */
export function takeIn(m: Machine, host: string, full: string, image: Image): void {
  const name = shortName(full);
  const reference = readReference(full);
  const pushed = m.state.pushed[`${familiar(reference)}:${reference.tag || "latest"}`];
  for (const layer of image.layers) {
    const known = pushed?.layers[layer];
    if (known !== undefined && !knownLayers.has(layer)) putLayer(m, host, layer, known);
  }
  if (hostOf(m, host).images[image.id] === undefined)
    putImage(m, host, image, `pull image ${name}`);
  if (reference.digest === "") putTag(m, host, name, image.id);
  const digest = `${familiar(reference)}@sha256:${manifestOf(image.id)}`;
  put(m, ["hosts", host, "digests", digest], image.id);
  tell(m, host, {
    type: "image",
    action: "pull",
    id: name,
    attributes: { name: familiar(reference) },
  });
}
