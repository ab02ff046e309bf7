import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { ClientRefusal, refuseClient } from "#core/engine/client/words";
import { catalog, knownLayers } from "#core/engine/images/catalog";
import { layerFiles, layerSize, manifestOf } from "#core/engine/images/layers";
import {
  familiar,
  findImage,
  hasLayer,
  inRegistry,
  readReference,
  shortName,
  tagsInRegistry,
  takeIn,
} from "#core/engine/images/store";
import { reach } from "#core/engine/network/reach";
import { digestOf, shortId } from "#core/engine/state/ids";
import { hostOf, now, put, refuse, setClock } from "#core/engine/state/machine";
import type { Image, Layer } from "#core/engine/types";

const isHub = (domain: string) => domain === "docker.io";

/** Refuses a registry that nobody answers at. */
function checkRegistry(ctx: Ctx, domain: string): void {
  if (isHub(domain)) return;
  const [name = "", port = "443"] = domain.split(":");
  if (name !== "localhost" && !/^[\d.]+$/.test(name)) return;
  const found = reach(ctx.m, ctx.place, name, Number(port));
  if (found.kind === "service" && found.service.kind === "registry") return;
  const ip = name === "localhost" ? "127.0.0.1" : name;
  refuse(`Get "http://${domain}/v2/": dial tcp ${ip}:${port}: connect: connection refused`);
}

/** Whether a registry has a repository at all; Docker Hub does not say which are there. */
function checkRepository(ctx: Ctx, full: string): void {
  const reference = readReference(full);
  const repository = familiar(reference);
  const isOwn =
    !isHub(reference.domain) && /^(?:localhost|[\d.]+)(?::\d+)?$/.test(reference.domain);
  if (!isOwn && tagsInRegistry(ctx.m, repository).length === 0) {
    refuse(
      `pull access denied for ${repository}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    );
  }
}

function needInRegistry(ctx: Ctx, full: string): Image {
  const reference = readReference(full);
  checkRegistry(ctx, reference.domain);
  checkRepository(ctx, full);
  const image = inRegistry(ctx.m, full);
  return (
    image ?? refuse(`manifest for ${shortName(full)} not found: manifest unknown: manifest unknown`)
  );
}

const layerName = (layer: string) => shortId(digestOf(`blob/${layer}`));

/** Gets one image and says what the engine says meanwhile; whether anything was new. */
function pullOne(ctx: Ctx, full: string, image: Image, say: (text: string) => void): boolean {
  const { m, host } = ctx;
  const reference = readReference(full);
  const isNew = hostOf(m, host).images[image.id] === undefined;
  const before = findImage(m, host, shortName(full))?.id;
  say(`${reference.tag || reference.digest}: Pulling from ${reference.path}\n`);
  if (isNew) {
    for (const layer of image.layers) {
      say(
        `${layerName(layer)}: ${hasLayer(m, host, layer) ? "Already exists" : "Pull complete"}\n`,
      );
    }
    setClock(m, now(m) + 150 + 40 * image.layers.length);
  }
  takeIn(m, host, full, image);
  say(`Digest: sha256:${manifestOf(image.id)}\n`);
  return before !== image.id;
}

/** Pulls what a container needs; what is said goes where the caller wants it. */
export function pullFor(ctx: Ctx, full: string, say: (text: string) => void): Image {
  const image = needInRegistry(ctx, full);
  const fresh = pullOne(ctx, full, image, say);
  say(
    `Status: ${fresh ? "Downloaded newer image" : "Image is up to date"} for ${shortName(full)}\n`,
  );
  return image;
}

function pullAll(ctx: Ctx, full: string): number {
  const reference = readReference(full);
  const repository = familiar(reference);
  checkRegistry(ctx, reference.domain);
  checkRepository(ctx, full);
  let fresh = false;
  for (const tag of tagsInRegistry(ctx.m, repository).sort().reverse()) {
    const one = `${reference.domain}/${reference.path}:${tag}`;
    const image = inRegistry(ctx.m, one);
    if (image) fresh = pullOne(ctx, one, image, ctx.has("quiet") ? () => {} : ctx.out) || fresh;
  }
  if (!ctx.has("quiet"))
    ctx.out(
      `Status: ${fresh ? "Downloaded newer image" : "Image is up to date"} for ${repository}\n`,
    );
  ctx.out(`${reference.domain}/${reference.path}\n`);
  return 0;
}

function pull(ctx: Ctx): number {
  const full = ctx.text("image") ?? "";
  const quiet = ctx.has("quiet");
  if (ctx.has("all-tags")) return pullAll(ctx, full);
  const typed = ctx.args[0] ?? "";
  const named = /:[^/]+$|@/.test(typed);
  if (!quiet && !named) ctx.out("Using default tag: latest\n");
  pullFor(ctx, full, quiet ? () => {} : ctx.out);
  const platform = ctx.text("platform");
  if (platform !== undefined && !platform.startsWith("linux/amd64")) {
    ctx.out(
      `WARNING: image with reference ${shortName(full)} was found but its platform (linux/amd64) does not match the specified platform (${platform})\n`,
    );
  }
  const reference = readReference(full);
  const domain = isHub(reference.domain) ? "docker.io/" : "";
  const path = isHub(reference.domain) ? reference.path : familiar(reference);
  ctx.out(`${domain}${path}${reference.digest ? `@${reference.digest}` : `:${reference.tag}`}\n`);
  return 0;
}

/** Who may push where on Docker Hub: an account its own name and that of its organisation. */
const owners: Readonly<Record<string, readonly string[]>> = { ada: ["ada", "acme"] };

function checkPush(ctx: Ctx, domain: string, path: string): void {
  if (!isHub(domain)) {
    checkRegistry(ctx, domain);
    return;
  }
  const user = hostOf(ctx.m, ctx.host).logins[domain] ?? "";
  const allowed = owners[user]?.includes(path.split("/")[0] ?? "");
  if (!allowed)
    refuseClient(
      "push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
    );
}

/** Where a layer is from that a registry has under another name. */
function mountedFrom(ctx: Ctx, domain: string, layer: string, repository: string): string | null {
  if (!isHub(domain)) return null;
  for (const [name, image] of [
    ...catalog,
    ...Object.entries(ctx.m.state.pushed).map(([key, { image: one }]) => [key, one] as const),
  ]) {
    const other = name.slice(0, name.lastIndexOf(":"));
    const known = digestsBelow(ctx, other);
    if (other !== repository && known && image.layers.includes(layer))
      return other.includes("/") ? other : `library/${other}`;
  }
  return null;
}

/** Whether this host has pulled from a repository, so that the engine knows where a layer is from. */
const digestsBelow = (ctx: Ctx, repository: string): boolean =>
  Object.keys(hostOf(ctx.m, ctx.host).digests).some((digest) =>
    digest.startsWith(`${repository}@`),
  );

function push(ctx: Ctx): number {
  const { m, host } = ctx;
  const full = ctx.text("image") ?? "";
  const typed = ctx.args[0] ?? "";
  const reference = readReference(full);
  const quiet = ctx.has("quiet");
  const tag = reference.tag || "latest";
  if (!quiet && !/:[^/]+$|@/.test(typed)) ctx.out("Using default tag: latest\n");
  const shown = isHub(reference.domain) ? `docker.io/${reference.path}` : familiar(reference);
  if (!quiet) ctx.out(`The push refers to repository [${shown}]\n`);
  const image = findImage(m, host, shortName(full));
  if (!image)
    return refuseClient(`An image does not exist locally with the tag: ${familiar(reference)}`);
  try {
    checkPush(ctx, reference.domain, reference.path);
  } catch (error) {
    if (error instanceof ClientRefusal) throw error;
    return refuseClient(error instanceof Error ? error.message : "");
  }
  const name = `${familiar(reference)}:${tag}`;
  const before = Object.entries(m.state.pushed)
    .filter(([key]) => key.startsWith(`${familiar(reference)}:`))
    .map(([, one]) => one.image);
  const inCatalog = isHub(reference.domain)
    ? [...catalog]
        .filter(([key]) => key.startsWith(`${familiar(reference)}:`))
        .map(([, one]) => one)
    : [];
  const there = new Set([...before, ...inCatalog].flatMap(({ layers }) => layers));
  for (const layer of [...image.layers].reverse()) {
    if (quiet) continue;
    const from = mountedFrom(ctx, reference.domain, layer, familiar(reference));
    const state = there.has(layer)
      ? "Layer already exists"
      : from
        ? `Mounted from ${from}`
        : "Pushed";
    ctx.out(`${layerName(layer)}: ${state}\n`);
  }
  const layers = Object.fromEntries(
    image.layers
      .filter((id) => !knownLayers.has(id))
      .map((id): [string, Layer] => [
        id,
        { files: layerFiles(m, host, id), size: layerSize(m, host, id) },
      ]),
  );
  setClock(m, now(m) + 120);
  put(m, ["pushed", name], { image, layers }, `push image ${name}`);
  put(
    m,
    ["hosts", host, "digests", `${familiar(reference)}@sha256:${manifestOf(image.id)}`],
    image.id,
  );
  if (quiet) ctx.out(`${shown}:${tag}\n`);
  else
    ctx.out(
      `${tag}: digest: sha256:${manifestOf(image.id)} size: ${527 + 208 * (image.layers.length - 1)}\n`,
    );
  return 0;
}

addHandlers({ "pull image": pull, "push image": push });
