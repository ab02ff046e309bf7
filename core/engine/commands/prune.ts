import { deprecated } from "#core/engine/build/classic";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { hasLabels } from "#core/engine/client/has-labels";
import { byAge } from "#core/engine/containers/find-container";
import { removeContainer } from "#core/engine/containers/remove-container";
import { parentsOf } from "#core/engine/image-commands/list";
import { dropImage, dropLayers, removeImage } from "#core/engine/image-commands/remove";
import { digestsOf, dropTag, tagsOf } from "#core/engine/images/store";
import { isBuiltin, networksOf, removeNetwork } from "#core/engine/network/networks";
import { hostOf, put } from "#core/engine/state/machine";
import { decimalSize } from "#core/engine/state/words";
import type { Image } from "#core/engine/types";
import { dropVolume, usersOf } from "#core/engine/volumes/volumes";

const question = "Are you sure you want to continue? [y/N] ";

/** Asks whether to go on; with nothing typed the answer is no. */
function agreed(ctx: Ctx, warning: string): boolean {
  if (!ctx.has("asks first")) return true;
  ctx.out(`WARNING! ${warning}\n${question}`);
  const answer = ctx.m.typed ?? ctx.call.stdin.text;
  if (ctx.m.tty && ctx.m.typed !== null) {
    const [line = "", ...rest] = answer.split("\n");
    ctx.m.typed = rest.join("\n");
    ctx.out(`${line}\n`);
    return /^y(?:es)?$/i.test(line.trim());
  }
  const yes = /^y(?:es)?\s*$/im.test(answer.split("\n")[0] ?? "");
  if (yes) ctx.out("\n");
  return yes;
}

function stoppedContainers(ctx: Ctx): string[] {
  const { m, host } = ctx;
  const gone = byAge(m, host).filter(
    ({ status, config }) =>
      ["created", "exited", "dead"].includes(status) &&
      hasLabels(config.labels, ctx.list("filter label")),
  );
  for (const { id } of gone) removeContainer(m, host, id, false);
  return gone.map(({ id }) => id);
}

function pruneContainers(ctx: Ctx): number {
  if (!agreed(ctx, "This will remove all stopped containers.")) return 0;
  const gone = stoppedContainers(ctx);
  if (gone.length > 0) ctx.out(`Deleted Containers:\n${gone.map((id) => `${id}\n`).join("")}\n`);
  ctx.out("Total reclaimed space: 0B\n");
  return 0;
}

function unusedImages(ctx: Ctx, all: boolean): string[] {
  const { m, host } = ctx;
  const lines: string[] = [];
  const isUsed = (image: Image) =>
    Object.values(hostOf(m, host).containers).some(({ imageId }) => imageId === image.id);
  const nameless = (image: Image) =>
    tagsOf(m, host, image.id).length === 0 && digestsOf(m, host, image.id).length === 0;
  for (;;) {
    const parents = parentsOf(m, host);
    const images = Object.values(hostOf(m, host).images).sort((a, b) => a.created - b.created);
    const image = images.find(
      (one) =>
        !isUsed(one) &&
        !parents.has(one.id) &&
        (all || nameless(one)) &&
        hasLabels(one.config.labels, ctx.list("filter label")),
    );
    if (image === undefined) return lines;
    lines.push(...pruneOne(ctx, image));
  }
}

function pruneOne({ m, host }: Ctx, image: Image): string[] {
  const tags = tagsOf(m, host, image.id);
  if (tags.length === 0) return dropImage(m, host, image).map((id) => `deleted: ${id}`);
  const lines = tags.flatMap((tag) => removeImage(m, host, tag, false));
  if (hostOf(m, host).images[image.id] !== undefined) {
    for (const tag of tagsOf(m, host, image.id)) dropTag(m, host, tag);
    lines.push(...dropImage(m, host, image).map((id) => `Deleted: ${id}`));
  }
  return lines.map((line) => line.charAt(0).toLowerCase() + line.slice(1));
}

function pruneImages(ctx: Ctx): number {
  const all = ctx.list("filter dangling").includes("false");
  const what = all
    ? "all images without at least one container associated to them"
    : "all dangling images";
  if (!agreed(ctx, `This will remove ${what}.`)) return 0;
  const lines = unusedImages(ctx, all);
  if (lines.length > 0) ctx.out(`Deleted Images:\n${lines.map((line) => `${line}\n`).join("")}\n`);
  ctx.out("Total reclaimed space: 0B\n");
  return 0;
}

function unusedNetworks(ctx: Ctx): string[] {
  const { m, host } = ctx;
  const isUsed = (id: string) =>
    Object.values(hostOf(m, host).containers).some(({ networks }) =>
      Object.values(networks).some((end) => end.network === id && end.ip !== ""),
    );
  const gone = networksOf(m, host).filter(
    (one) =>
      !isBuiltin(one) &&
      !one.ingress &&
      one.name !== "docker_gwbridge" &&
      !isUsed(one.id) &&
      hasLabels(one.labels, ctx.list("filter label")),
  );
  for (const { name } of gone) removeNetwork(m, host, name);
  return gone.map(({ name }) => name);
}

function pruneNetworks(ctx: Ctx): number {
  if (!agreed(ctx, "This will remove all custom networks not used by at least one container."))
    return 0;
  const gone = unusedNetworks(ctx);
  if (gone.length > 0) ctx.out(`Deleted Networks:\n${gone.map((name) => `${name}\n`).join("")}\n`);
  return 0;
}

function unusedVolumes(ctx: Ctx, all: boolean): string[] {
  const { m, host } = ctx;
  const gone = Object.values(hostOf(m, host).volumes).filter(
    (one) =>
      usersOf(m, host, one.name).length === 0 &&
      (all || one.anonymous) &&
      hasLabels(one.labels, ctx.list("filter label")),
  );
  for (const volume of gone) dropVolume(m, host, volume);
  return gone.map(({ name }) => name).sort();
}

function pruneVolumes(ctx: Ctx): number {
  const all = ctx.list("filter all").includes("true");
  const what = all ? "all local volumes" : "anonymous local volumes";
  if (!agreed(ctx, `This will remove ${what} not used by at least one container.`)) return 0;
  const gone = unusedVolumes(ctx, all);
  if (gone.length > 0) ctx.out(`Deleted Volumes:\n${gone.map((name) => `${name}\n`).join("")}\n`);
  ctx.out("Total reclaimed space: 0B\n");
  return 0;
}

/** Entries of the build cache that no image holds. */
function unusedCache(ctx: Ctx, all: boolean): string[] {
  const { m, host } = ctx;
  const held = new Set(Object.values(hostOf(m, host).images).flatMap(({ layers }) => layers));
  const gone = Object.entries(hostOf(m, host).cache).filter(
    ([, { layer }]) => all || layer === null || !held.has(layer),
  );
  for (const [key] of gone) put(m, ["hosts", host, "cache", key], null);
  dropLayers(m, host);
  return gone.map(([, { id }]) => id.slice(0, 25));
}

function pruneCache(ctx: Ctx): number {
  if (
    !agreed(
      ctx,
      ctx.has("all")
        ? "This will remove all build cache."
        : "This will remove all dangling build cache.",
    )
  )
    return 0;
  const rows = unusedCache(ctx, ctx.has("all"));
  if (ctx.call.env.DOCKER_BUILDKIT === "0") {
    ctx.err(deprecated);
    ctx.out("Total reclaimed space: 0B\n");
    return 0;
  }
  if (rows.length > 0)
    ctx.out(
      `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${rows.map((id) => `${id}               \ttrue \t\t0B        \tLess than a second ago\n`).join("")}`,
    );
  ctx.out("Total:\t0B\n");
  return 0;
}

function pruneSystem(ctx: Ctx): number {
  const all = ctx.has("all");
  const what = [
    "all stopped containers",
    "all networks not used by at least one container",
    ...(ctx.has("volumes") ? ["all anonymous volumes not used by at least one container"] : []),
    all ? "all images without at least one container associated to them" : "all dangling images",
    all ? "all build cache" : "unused build cache",
  ];
  const list = what.map((one) => `  - ${one}\n`).join("");
  if (!agreed(ctx, `This will remove:\n${list}`)) return 0;
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) ctx.out(`${title}:\n${lines.map((line) => `${line}\n`).join("")}\n`);
  };
  section("Deleted Containers", stoppedContainers(ctx));
  section("Deleted Networks", unusedNetworks(ctx));
  if (ctx.has("volumes")) section("Deleted Volumes", unusedVolumes(ctx, false));
  section("Deleted Images", unusedImages(ctx, all));
  section("Deleted build cache objects", unusedCache(ctx, all));
  ctx.out(`Total reclaimed space: ${decimalSize(0)}\n`);
  return 0;
}

addHandlers({
  "prune containers": pruneContainers,
  "prune images": pruneImages,
  "prune networks": pruneNetworks,
  "prune volumes": pruneVolumes,
  "prune build cache": pruneCache,
  "prune system": pruneSystem,
});
