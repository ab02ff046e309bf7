import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { needContainer } from "#core/engine/containers/find-container";
import { type Archive, packed, unpacked } from "#core/engine/files/archive";
import { putFile, readText } from "#core/engine/files/file-system";
import { ownFiles } from "#core/engine/files/own-files";
import { fullPath } from "#core/engine/files/paths";
import { knownLayers } from "#core/engine/images/catalog";
import { emptyConfig } from "#core/engine/images/empty-config";
import { filesSize, imageIdOf, layerFiles, layerSize } from "#core/engine/images/layers";
import { findImage, fullName, putTag, shortName, tagsOf } from "#core/engine/images/store";
import { digestOf } from "#core/engine/state/ids";
import {
  hostOf,
  type Machine,
  now,
  putImage,
  putLayer,
  refuse,
  tell,
} from "#core/engine/state/machine";
import type { FileNode, Files, Image, ImageConfig, Layer } from "#core/engine/types";
import { changedConfig } from "./changes";

/** A layer of files that is made here; the same files have the same id. */
export function addLayer(m: Machine, host: string, files: Files, below: string): string {
  const id = digestOf(
    `layer/${below}/${JSON.stringify(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))}`,
  );
  if (hostOf(m, host).layers[id] === undefined)
    putLayer(m, host, id, { files, size: filesSize(files) });
  return id;
}

const changesIn = (config: ImageConfig, changes: readonly string[]): ImageConfig =>
  changes.reduce((made, change) => {
    const [, word = "", text = ""] = /^(\w+)\s+(.*)$/s.exec(change.trim()) ?? [];
    return changedConfig(made, word.toUpperCase(), text);
  }, config);

function nameImage(ctx: Ctx, image: Image, reference: string | undefined): void {
  if (reference !== undefined && reference !== "")
    putTag(ctx.m, ctx.host, shortName(reference), image.id);
}

function commit(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  const below = hostOf(m, host).images[container.imageId];
  const base = below?.layers ?? [];
  const files = ownFiles(hostOf(m, host).upper[container.id] ?? {});
  const hasFiles = Object.keys(files).length > 0;
  const layers = hasFiles ? [...base, addLayer(m, host, files, base.at(-1) ?? "")] : [...base];
  const { config } = container;
  const made: ImageConfig = {
    ...(below?.config ?? emptyConfig),
    cmd: config.cmd,
    entrypoint: config.entrypoint,
    env: [...config.env],
    workdir: config.workdir,
    user: config.user,
    labels: config.labels,
    exposed: config.exposed,
    stopSignal: config.stopSignal,
    healthcheck: config.healthcheck,
  };
  const words = [...(config.entrypoint ?? []), ...(config.cmd ?? [])];
  const comment = ctx.text("message") ?? "";
  const line = {
    by: words.join(" "),
    created: now(m),
    comment,
    layer: hasFiles,
    size: filesSize(files),
  };
  const image = {
    created: now(m),
    layers,
    config: changesIn(made, ctx.list("change")),
    history: [...(below?.history ?? []), line],
    parent: container.imageId,
    comment,
    author: ctx.text("author") ?? "",
  };
  const whole: Image = { id: imageIdOf(image), ...image };
  putImage(m, host, whole, `commit container ${container.name}`);
  nameImage(ctx, whole, ctx.text("reference"));
  ctx.out(`sha256:${whole.id}\n`);
  return 0;
}

/** All files of an archive, those of layers below among them. */
function allFiles(m: Machine, host: string, archive: Archive): Files {
  const files: Record<string, FileNode> = {};
  for (const id of archive.layers ?? []) Object.assign(files, layerFiles(m, host, id));
  for (const name of archive.names) {
    const node = archive.files[name];
    if (node?.t === "x") delete files[fullPath(name)];
    else if (node !== undefined && fullPath(name) !== "/") files[fullPath(name)] = node;
  }
  return files;
}

function importImage(ctx: Ctx): number {
  const { m, host, args, call } = ctx;
  const [source = ""] = args;
  const isInput = source === "-";
  const text = isInput
    ? call.stdin.text
    : readText(m, ctx.place, fullPath(source, call.thread.cwd));
  if (text === null) return refuseClient(`open ${source}: no such file or directory`);
  const archive = unpacked(text) ?? refuse("archive/tar: invalid tar header");
  const files = allFiles(m, host, archive);
  const layer = addLayer(m, host, files, `import ${now(m)}`);
  const comment = ctx.text("message") ?? "Imported from -";
  const line = { by: "", created: now(m), comment, layer: true, size: filesSize(files) };
  const image = {
    created: now(m),
    layers: [layer],
    config: changesIn(emptyConfig, ctx.list("change")),
    history: [line],
    parent: "",
    comment,
    author: "",
  };
  const whole: Image = { id: imageIdOf(image), ...image };
  putImage(m, host, whole, "import image");
  nameImage(ctx, whole, ctx.text("reference"));
  ctx.out(`sha256:${whole.id}\n`);
  return 0;
}

type Saved = { image: Image; tags: string[]; layers: Record<string, Layer> };

function save(ctx: Ctx): number {
  const { m, host, args, call } = ctx;
  const images = new Map<string, Saved>();
  for (const name of args) {
    const image = findImage(m, host, name) ?? refuse(`No such image: ${name}`);
    const byName = tagsOf(m, host, image.id).includes(shortName(fullName(name)));
    const known = images.get(image.id)?.tags ?? [];
    const own = image.layers.filter((id) => !knownLayers.has(id));
    const layers = Object.fromEntries(
      own.map((id): [string, Layer] => [
        id,
        { files: layerFiles(m, host, id), size: layerSize(m, host, id) },
      ]),
    );
    images.set(image.id, {
      image,
      tags: byName ? [...known, shortName(fullName(name))] : known,
      layers,
    });
  }
  const text = packed({ files: {}, names: [], images: [...images.values()] });
  const target = ctx.flags("output").at(-1);
  if (target === undefined) {
    if (m.tty) refuseClient("cowardly refusing to save to a terminal. Use the -o flag or redirect");
    ctx.out(text);
  } else putFile(m, ctx.place, fullPath(target, call.thread.cwd), { t: "f", x: text });
  return 0;
}

function load(ctx: Ctx): number {
  const { m, host, call } = ctx;
  const source = ctx.flags("input").at(-1);
  const text =
    source === undefined
      ? call.stdin.text
      : readText(m, ctx.place, fullPath(source, call.thread.cwd));
  if (text === null) return refuseClient(`open ${source}: no such file or directory`);
  if (text === "" && source === undefined)
    return refuseClient("requested load from stdin, but stdin is empty");
  const archive =
    unpacked(text) ?? refuseClient("Error response from daemon: archive/tar: invalid tar header");
  if (archive.images === undefined) {
    const number = Number.parseInt(digestOf(text).slice(0, 8), 16);
    return refuseClient(
      `open /var/lib/docker/tmp/docker-import-${number}/bin/json: no such file or directory`,
    );
  }
  for (const { image, tags, layers } of archive.images as Saved[]) {
    for (const [id, layer] of Object.entries(layers)) putLayer(m, host, id, layer);
    putImage(m, host, image, "load image");
    for (const tag of tags) {
      putTag(m, host, tag, image.id);
      if (!ctx.has("quiet")) ctx.out(`Loaded image: ${tag}\n`);
    }
    if (tags.length === 0) ctx.out(`Loaded image ID: sha256:${image.id}\n`);
    tell(m, host, { type: "image", action: "load", id: `sha256:${image.id}`, attributes: {} });
  }
  return 0;
}

addHandlers({
  "commit container": commit,
  "import image": importImage,
  "save images": save,
  "load images": load,
});
