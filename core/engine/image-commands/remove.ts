import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import { isUp } from "#core/engine/containers/is-up";
import { knownLayers } from "#core/engine/images/catalog";
import {
  digestsOf,
  dropTag,
  findImage,
  fullName,
  putTag,
  shortName,
  tagsOf,
} from "#core/engine/images/store";
import { digestOf, shortId } from "#core/engine/state/ids";
import {
  hostOf,
  type Machine,
  put,
  putLayer,
  putUpper,
  refuse,
  tell,
} from "#core/engine/state/machine";
import type { Image } from "#core/engine/types";

/** The id under which a chain of layers is kept: what "Deleted:" names. */
const chainId = (layers: readonly string[]) => digestOf(`chain/${layers.join("/")}`);

/** Layers that something still needs: another image, a container, the build cache. */
function neededChains(m: Machine, host: string): Set<string> {
  const { images, cache, containers } = hostOf(m, host);
  const chains = new Set<string>();
  const add = (layers: readonly string[]) => {
    for (const i of layers.keys()) chains.add(chainId(layers.slice(0, i + 1)));
  };
  for (const image of Object.values(images)) add(image.layers);
  for (const entry of Object.values(cache)) if (entry.layer !== null) chains.add(entry.id);
  for (const { id } of Object.values(containers)) {
    const kept = hostOf(m, host).upper[id]?.["kept:layers"];
    if (kept?.t === "f") add(kept.x.split(" "));
  }
  return chains;
}

/** Takes an image away with the layers that nobody else needs; what it says. */
export function dropImage(m: Machine, host: string, image: Image): string[] {
  const lines = [`sha256:${image.id}`];
  for (const digest of digestsOf(m, host, image.id))
    put(m, ["hosts", host, "digests", digest], null);
  for (const container of Object.values(hostOf(m, host).containers)) {
    if (container.imageId !== image.id) continue;
    const upper = hostOf(m, host).upper[container.id] ?? {};
    putUpper(m, host, container.id, {
      ...upper,
      "kept:layers": { t: "f", x: image.layers.join(" ") },
    });
  }
  put(m, ["hosts", host, "images", image.id], null, `remove image ${shortId(image.id)}`);
  tell(m, host, {
    type: "image",
    action: "delete",
    id: `sha256:${image.id}`,
    attributes: { name: `sha256:${image.id}` },
  });
  const needed = neededChains(m, host);
  for (let count = image.layers.length; count > 0; count--) {
    const chain = chainId(image.layers.slice(0, count));
    if (needed.has(chain)) break;
    lines.push(`sha256:${chain}`);
  }
  dropLayers(m, host);
  return lines;
}

/** Forgets layers made here that nothing holds any more. */
export function dropLayers(m: Machine, host: string): void {
  const { images, cache, layers, upper } = hostOf(m, host);
  const held = new Set(Object.values(images).flatMap((one) => one.layers));
  for (const { layer } of Object.values(cache)) if (layer !== null) held.add(layer);
  for (const files of Object.values(upper)) {
    const kept = files["kept:layers"];
    if (kept?.t === "f") for (const id of kept.x.split(" ")) held.add(id);
  }
  for (const id of Object.keys(layers))
    if (!held.has(id) && !knownLayers.has(id)) putLayer(m, host, id, null);
}

const usersOf = (m: Machine, host: string, id: string) =>
  Object.values(hostOf(m, host).containers).filter(({ imageId }) => imageId === id);

const childrenOf = (m: Machine, host: string, id: string) =>
  Object.values(hostOf(m, host).images).filter(({ parent }) => parent === id);

/** Untags or deletes what a name means; the lines that are said. */
export function removeImage(
  m: Machine,
  host: string,
  typed: string,
  force: boolean,
  prune = true,
): string[] {
  const image = findImage(m, host, typed) ?? refuse(`No such image: ${shortName(fullName(typed))}`);
  const byId = image.id.startsWith(typed.replace(/^sha256:/, ""));
  return byId
    ? removeById(m, host, image, typed, force, prune)
    : removeByName(m, host, image, typed, force, prune);
}

function removeByName(
  m: Machine,
  host: string,
  image: Image,
  typed: string,
  force: boolean,
  prune: boolean,
): string[] {
  const name = shortName(fullName(typed));
  const tags = tagsOf(m, host, image.id);
  const users = usersOf(m, host, image.id);
  const isLast = tags.length <= 1;
  const [user] = users;
  if (isLast && user && !force) {
    refuse(
      `conflict: unable to remove repository reference "${typed}" (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`,
    );
  }
  const running = users.find(isUp);
  const lines = [`Untagged: ${name}`];
  dropTag(m, host, name);
  const repository = name.slice(0, name.lastIndexOf(":"));
  const sameRepository = tags.some(
    (tag) => tag !== name && tag.slice(0, tag.lastIndexOf(":")) === repository,
  );
  if (!sameRepository) {
    for (const digest of digestsOf(m, host, image.id).filter((one) =>
      one.startsWith(`${repository}@`),
    )) {
      lines.push(`Untagged: ${digest}`);
      put(m, ["hosts", host, "digests", digest], null);
    }
  }
  tell(m, host, {
    type: "image",
    action: "untag",
    id: `sha256:${image.id}`,
    attributes: { name: `sha256:${image.id}` },
  });
  if (!isLast || (running && force)) return lines;
  return [...lines, ...deleted(m, host, image, prune)];
}

function removeById(
  m: Machine,
  host: string,
  image: Image,
  typed: string,
  force: boolean,
  prune: boolean,
): string[] {
  const tags = tagsOf(m, host, image.id);
  const repositories = new Set(tags.map((tag) => tag.slice(0, tag.lastIndexOf(":"))));
  const shown = typed.replace(/^sha256:/, "").slice(0, 12);
  const conflict = (how: string, why: string): never =>
    refuse(`conflict: unable to delete ${shown} (${how}) - ${why}`);
  const users = usersOf(m, host, image.id);
  const running = users.find(isUp);
  if (running)
    conflict("cannot be forced", `image is being used by running container ${shortId(running.id)}`);
  if (repositories.size > 1 && !force)
    conflict("must be forced", "image is referenced in multiple repositories");
  const [user] = users;
  if (user && !force)
    conflict("must be forced", `image is being used by stopped container ${shortId(user.id)}`);
  if (childrenOf(m, host, image.id).length > 0)
    conflict("cannot be forced", "image has dependent child images");
  const lines: string[] = [];
  for (const tag of tags) {
    lines.push(`Untagged: ${tag}`);
    dropTag(m, host, tag);
  }
  for (const digest of digestsOf(m, host, image.id)) {
    lines.push(`Untagged: ${digest}`);
    put(m, ["hosts", host, "digests", digest], null);
  }
  return [...lines, ...deleted(m, host, image, prune)];
}

/** Deletes an image that has no name any more, and those below it that only it needed. */
function deleted(m: Machine, host: string, image: Image, prune: boolean): string[] {
  if (childrenOf(m, host, image.id).length > 0) return [];
  const lines = dropImage(m, host, image).map((id) => `Deleted: ${id}`);
  const parent = image.parent === "" ? undefined : hostOf(m, host).images[image.parent];
  const nameless =
    parent && tagsOf(m, host, parent.id).length === 0 && digestsOf(m, host, parent.id).length === 0;
  if (parent && nameless && prune && usersOf(m, host, parent.id).length === 0)
    lines.push(...deleted(m, host, parent, prune));
  return lines;
}

function remove(ctx: Ctx): number {
  const { m, host } = ctx;
  const missing: string[] = [];
  const status = forEach(ctx, ctx.args, (name) => {
    if (!findImage(m, host, name)) missing.push(name);
    for (const line of removeImage(m, host, name, ctx.has("force"), !ctx.has("no-prune")))
      ctx.out(`${line}\n`);
  });
  return ctx.has("force") && missing.length === ctx.args.length ? 0 : status;
}

function tag(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const [from = "", to = ""] = args;
  const image = findImage(m, host, from) ?? refuse(`No such image: ${shortName(fullName(from))}`);
  const name = shortName(fullName(to));
  putTag(m, host, name, image.id);
  tell(m, host, { type: "image", action: "tag", id: `sha256:${image.id}`, attributes: { name } });
  return 0;
}

addHandlers({ "remove images": remove, "tag image": tag });
