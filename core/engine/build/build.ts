import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { fullPath } from "#core/engine/files/paths";
import { buildByKit } from "./buildkit";
import { buildClassic } from "./classic";

addHandlers({
  "build image": (ctx) =>
    ctx.call.env.DOCKER_BUILDKIT === "0" ? buildClassic(ctx) : buildByKit(ctx),
});

export type ServiceBuild = {
  context: string;
  dockerfile: string;
  args: Readonly<Record<string, string>>;
  target: string;
  root: string;
  tag: string;
};

/** Builds the image of a service of Compose, by the same road as `docker build`. */
export function buildFor(ctx: Ctx, wish: ServiceBuild): void {
  const context = fullPath(wish.context, wish.root);
  const aspects = new Map<string, unknown>([
    ["tag", [`docker.io/library/${wish.tag}:latest`]],
    ...(wish.target === "" ? [] : [["target", wish.target] as const]),
    ...Object.entries(wish.args).map(([name, value]) => [`build-arg ${name}`, value] as const),
  ]);
  const own: Ctx = {
    ...ctx,
    args: [context],
    has: (name) => aspects.has(name) || (name === "no-cache" && ctx.has("no-cache")),
    get: () => undefined,
    text: (name) => (aspects.has(name) ? String(aspects.get(name)) : undefined),
    number: () => undefined,
    list: (name) => (name === "tag" ? (aspects.get("tag") as string[]) : []),
    under: (kind) =>
      [...aspects]
        .filter(([name]) => name.startsWith(`${kind} `))
        .map(([name, value]) => [name.slice(kind.length + 1), String(value)]),
    flags: (name) =>
      name === "file" && wish.dockerfile !== "" ? [fullPath(wish.dockerfile, context)] : [],
  };
  if (buildByKit(own) !== 0) refuseClient("", 1);
}
