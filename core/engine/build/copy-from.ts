import { findImage, fullName, inRegistry } from "#core/engine/images/store";
import { put } from "#core/engine/state/machine";
import type { Image } from "#core/engine/types";
import { BuildTrouble, type Instruction } from "./dockerfile";
import type { KitBuild } from "./kit-build";
import { stageNamed } from "./needed-stages";
import { type Context, type Copied, copyFiles, type Draft } from "./work";

/** What COPY or ADD would put into a draft: from the context, a stage or an image. */
export function copyFrom(build: KitBuild, draft: Draft, one: Instruction): Copied {
  const { ctx } = build;
  const from = one.flags.from;
  if (from === undefined) return copyFiles(ctx.m, ctx.host, draft, build.context, one);
  const stage = stageNamed(build, from);
  const source = stage === undefined ? imageSource(build, from) : build.stages.get(stage.index);
  if (!source) throw new BuildTrouble(`"${from}": not found`, one.from, one.to);
  return withSource(build, source, (context) => copyFiles(ctx.m, ctx.host, draft, context, one));
}

function imageSource({ ctx }: KitBuild, name: string): Draft | undefined {
  return findImage(ctx.m, ctx.host, name) ?? inRegistry(ctx.m, fullName(name)) ?? undefined;
}

/** A finished stage as a place to copy from: a container of its own while it is looked at. */
function withSource<T>({ ctx }: KitBuild, source: Draft, act: (context: Context) => T): T {
  const { m, host } = ctx;
  const id = "source";
  const image: Image = {
    id,
    created: 0,
    layers: source.layers,
    config: source.config,
    history: [],
    parent: "",
    comment: "",
    author: "",
  };
  const bare = {
    id,
    name: id,
    imageId: id,
    mounts: [],
    networks: {},
    ports: {},
    extras: [],
    status: "created",
    config: { ...source.config, hostname: id },
    host: { tmpfs: {}, readonly: false, extraHosts: [], links: [], network: "none", cpuset: "" },
  };
  put(m, ["hosts", host, "images", id], image);
  put(m, ["hosts", host, "containers", id], bare);
  try {
    return act({ place: { host, container: id }, root: "/", ignored: () => false });
  } finally {
    put(m, ["hosts", host, "containers", id], null);
    put(m, ["hosts", host, "images", id], null);
  }
}
