import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { findContainer } from "#core/engine/containers/find-container";
import { findImage, fullName, shortName } from "#core/engine/images/store";
import { containerJson } from "#core/engine/inspect/container-json";
import { imageJson, networkJson, volumeJson } from "#core/engine/inspect/object-json";
import { type Found, showInspected } from "#core/engine/inspect/show";
import { findNetwork } from "#core/engine/network/networks";
import { hostOf } from "#core/engine/state/machine";

const container = (ctx: Ctx, name: string): Found => {
  const one = findContainer(ctx.m, ctx.host, name);
  return one ? containerJson(ctx.m, ctx.host, one) : null;
};
const image = (ctx: Ctx, name: string): Found => {
  const one = findImage(ctx.m, ctx.host, name);
  return one ? imageJson(ctx.m, ctx.host, one) : null;
};
const network = (ctx: Ctx, name: string): Found => {
  const one = findNetwork(ctx.m, ctx.host, name);
  return one ? networkJson(ctx.m, ctx.host, one) : null;
};
const volume = (ctx: Ctx, name: string): Found => {
  const one = hostOf(ctx.m, ctx.host).volumes[name];
  return one ? volumeJson(one) : null;
};

type Finder = (ctx: Ctx, name: string) => Found;

/** Kinds of things that `docker inspect` looks among, in its order. */
const finders: Finder[] = [container, image, network, volume];
export const addFinder = (finder: Finder): void => void finders.push(finder);

function anything(ctx: Ctx): number {
  const find = (name: string) => {
    for (const finder of finders) {
      const found = finder(ctx, name);
      if (found !== null) return found;
    }
    return null;
  };
  return showInspected(ctx, ctx.args, find, (name) => `Error: No such object: ${name}`);
}

const daemon = (words: string) => `Error response from daemon: ${words}`;

addHandlers({
  "inspect containers": (ctx) =>
    ctx.command.verb === "inspect" && ctx.flags("type").length === 0
      ? anything(ctx)
      : showInspected(
          ctx,
          ctx.args,
          (name) => container(ctx, name),
          (name) => daemon(`No such container: ${name}`),
        ),
  "inspect images": (ctx) =>
    showInspected(
      ctx,
      ctx.args,
      (name) => image(ctx, name),
      (name) => daemon(`No such image: ${shortName(fullName(name))}`),
    ),
  "inspect networks": (ctx) =>
    showInspected(
      ctx,
      ctx.args,
      (name) => network(ctx, name),
      (name) => daemon(`network ${name} not found`),
    ),
  "inspect volumes": (ctx) =>
    showInspected(
      ctx,
      ctx.args,
      (name) => volume(ctx, name),
      (name) => daemon(`get ${name}: no such volume`),
    ),
});
