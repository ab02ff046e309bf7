import {
  familiar,
  findImage,
  fullName,
  inRegistry,
  readReference,
  tagsInRegistry,
} from "#core/engine/images/store";
import { BuildTrouble, type Stage, substituted } from "./dockerfile";
import { globalArgs } from "./global-args";
import { done, type KitBuild } from "./kit-build";
import { stageNamed } from "./needed-stages";

const denied =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";

/** Finds the images that stages begin with; says of each that its metadata was loaded. */
export function loadBases(build: KitBuild, stages: readonly Stage[]): void {
  const { ctx } = build;
  const values = globalArgs(build);
  const wanted = new Map<string, Stage>();
  for (const stage of stages) {
    const base = substituted(stage.base, values);
    if (base !== "scratch" && stageNamed(build, base) === undefined) wanted.set(base, stage);
  }
  const isKnown = (base: string) => findImage(ctx.m, ctx.host, base) !== undefined;
  const knownFirst = [...wanted].sort(([a], [b]) => Number(isKnown(b)) - Number(isKnown(a)));
  for (const [base, stage] of knownFirst) loadBase(build, base, stage);
}

function loadBase(build: KitBuild, base: string, stage: Stage): void {
  const { ctx } = build;
  const full = fullName(base);
  const n = build.number++;
  const title = `[internal] load metadata for ${full}`;
  const image = findImage(ctx.m, ctx.host, base) ?? inRegistry(ctx.m, full);
  if (image) {
    build.bases.set(base, image);
    build.say(`#${n} ${title}\n${done(n)}`);
    return;
  }
  const exists = tagsInRegistry(ctx.m, familiar(readReference(full))).length > 0;
  const why = exists ? `${full}: not found` : denied;
  build.say(`#${n} ${title}\n#${n} ERROR: ${why}\n------\n > ${title}:\n------\n`);
  throw new BuildTrouble(
    `${base}: failed to resolve source metadata for ${full}: ${why}`,
    stage.from.from,
    stage.from.to,
  );
}
