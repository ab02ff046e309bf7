import { imageIdOf } from "#core/engine/images/layers";
import { putTag, readReference, shortName } from "#core/engine/images/store";
import { hostOf, putImage } from "#core/engine/state/machine";
import type { Image } from "#core/engine/types";
import type { Built, KitBuild } from "./kit-build";

/** Writes the image of the stage that was asked for, unless it is there. */
export function writeImage(build: KitBuild, built: Built): Image {
  const { ctx } = build;
  const labels = Object.fromEntries(
    ctx.under("label").map(([name, value]) => [name, String(value ?? "")]),
  );
  const config = { ...built.config, labels: { ...built.config.labels, ...labels } };
  const comment = built.history.at(-1)?.comment ?? "";
  const draft = {
    created: built.created,
    layers: built.layers,
    config,
    history: built.history,
    parent: "",
    comment,
    author: "",
  };
  const image: Image = { id: imageIdOf(draft), ...draft };
  if (hostOf(ctx.m, ctx.host).images[image.id] === undefined)
    putImage(ctx.m, ctx.host, image, "build image");
  return image;
}

/** Names an image, and says that it was exported. */
export function tellExport(build: KitBuild, image: Image, say: (text: string) => void): void {
  const n = build.number;
  const names = nameTags(build, image).map((line) => `#${n} ${line} done\n`);
  const exported = `#${n} exporting layers ${build.made > 2 ? "0.1s " : ""}done`;
  say(
    `#${n} exporting to image\n${exported}\n#${n} writing image sha256:${image.id} done\n${names.join("")}#${n} DONE 0.0s\n`,
  );
}

function nameTags(build: KitBuild, image: Image): string[] {
  const { ctx } = build;
  const lines: string[] = [];
  for (const tag of ctx.list("tag")) {
    putTag(ctx.m, ctx.host, shortName(tag), image.id);
    const reference = readReference(tag);
    lines.push(
      `naming to ${reference.domain}/${reference.path}${reference.tag === "latest" ? "" : `:${reference.tag}`}`,
    );
  }
  return lines;
}
