import { knownLayers } from "#core/engine/images/catalog";
import { emptyConfig } from "#core/engine/images/empty-config";
import { fullName, shortName } from "#core/engine/images/store";
import { digestOf } from "#core/engine/state/ids";
import { hostOf, now, putLayer } from "#core/engine/state/machine";
import type { Image } from "#core/engine/types";
import { type Stage, substituted } from "./dockerfile";
import { globalArgs } from "./global-args";
import { later } from "./hold-back";
import { type Built, type KitBuild, label } from "./kit-build";
import { stageNamed } from "./needed-stages";

/** What a stage begins with: another stage that was built, an image, or nothing. */
export function baseOf(build: KitBuild, stage: Stage): Built {
  const { ctx } = build;
  const base = substituted(stage.base, globalArgs(build));
  const other = stageNamed(build, base);
  const before =
    other === undefined || other.index >= stage.index ? undefined : build.stages.get(other.index);
  if (before)
    return { ...before, baseKey: "", layers: [...before.layers], history: [...before.history] };
  const image = build.bases.get(base);
  if (image) return imageBase(build, base, image);
  const created = now(ctx.m);
  return { layers: [], config: emptyConfig, history: [], key: "scratch", baseKey: "", created };
}

function imageBase({ ctx }: KitBuild, base: string, image: Image): Built {
  for (const layer of image.layers) {
    const known = ctx.m.state.pushed[shortName(fullName(base))]?.layers[layer];
    if (known && !knownLayers.has(layer) && hostOf(ctx.m, ctx.host).layers[layer] === undefined)
      putLayer(ctx.m, ctx.host, layer, known);
  }
  const key = digestOf(`base/${image.id}`);
  const { config, created } = image;
  return {
    layers: [...image.layers],
    config,
    history: [...image.history],
    key,
    baseKey: key,
    created,
  };
}

/** Shows the FROM of a stage that begins with an image. */
export function sayFrom(build: KitBuild, stage: Stage): void {
  const base = substituted(stage.base, globalArgs(build));
  if (base === "scratch" || stageNamed(build, base) !== undefined) return;
  const n = build.number++;
  build.shown.set(stage.index, n);
  build.say(
    `#${n} ${label(build, stage, 1)} FROM ${fullName(base)}\n#${n} ${later(stage.index)}\n\n`,
  );
}

/** A base that an earlier build has laid out is found in the cache when a step needs it. */
export function foundBase(build: KitBuild, stage: Stage): void {
  const n = build.shown.get(stage.index);
  if (n === undefined) return;
  const isLast = stage === build.target && build.stages.size > 0;
  if (!isLast) build.cachedBases.add(stage.index);
  else {
    const base = substituted(stage.base, globalArgs(build));
    build.say(`#${n} ${label(build, stage, 1)} FROM ${fullName(base)}\n#${n} CACHED\n\n`);
  }
}
