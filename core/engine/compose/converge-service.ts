import type { Ctx } from "#core/engine/client/context";
import { createContainer } from "#core/engine/containers/create-container";
import { isUp } from "#core/engine/containers/is-up";
import { removeContainer } from "#core/engine/containers/remove-container";
import { stopContainer } from "#core/engine/containers/stop";
import { findImage } from "#core/engine/images/store";
import { changeContainer, hostOf } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { containersOf, hashOf, imageOf, labelOf, numberOf, serviceOf, wishFor } from "./containers";
import type { Say } from "./sayer";
import type { Project, Service, UpWish } from "./types";

const shown = (project: Project, service: Service, number: number) =>
  `Container ${service.containerName || `${project.name}-${service.name}-${number}`}`;

export function stopAndRemove(ctx: Ctx, container: Container, say: Say, volumes = false): void {
  const name = `Container ${container.name}`;
  say(name, "Stopping");
  stopContainer(ctx.m, ctx.host, container.id);
  say(name, "Stopped");
  say(name, "Removing");
  if (hostOf(ctx.m, ctx.host).containers[container.id])
    removeContainer(ctx.m, ctx.host, container.id, volumes);
  say(name, "Removed");
}

/** Whether a container is not what its service asks for any more. */
function isStale(ctx: Ctx, project: Project, service: Service, container: Container): boolean {
  const image = findImage(ctx.m, ctx.host, imageOf(project, service));
  return (
    labelOf(container, "config-hash") !== hashOf(service) ||
    (image !== undefined && container.imageId !== image.id)
  );
}

/** Makes a container anew in the place of another, whose nameless volumes it takes over. */
function recreate(ctx: Ctx, project: Project, service: Service, old: Container, say: Say): void {
  const { m, host } = ctx;
  const name = `Container ${old.name}`;
  say(name, "Recreate");
  const number = numberOf(old);
  const wish = wishFor(m, host, project, service, {
    number,
    replaces: `${service.name}-${number}`,
  });
  const kept = old.mounts
    .filter(
      (mount) => mount.anonymous && !wish.mounts?.some(({ target }) => target === mount.target),
    )
    .map((mount) => ({ type: "volume" as const, source: mount.name ?? "", target: mount.target }));
  stopContainer(m, host, old.id);
  changeContainer(m, host, old.id, { name: `${old.id.slice(0, 12)}_${old.name}` });
  const made = createContainer(m, host, { ...wish, mounts: [...(wish.mounts ?? []), ...kept] });
  if (hostOf(m, host).containers[old.id]) removeContainer(m, host, old.id, false);
  const mounts = made.mounts.map((mount) =>
    kept.some(({ target }) => target === mount.target) ? { ...mount, anonymous: true } : mount,
  );
  changeContainer(m, host, made.id, { mounts });
  say(name, "Recreated");
}

/** Brings the number and kind of a service's containers to what is asked for. */
export function converge(
  ctx: Ctx,
  project: Project,
  service: Service,
  wish: UpWish,
  say: Say,
): void {
  const { m, host } = ctx;
  const wanted = wish.scale[service.name] ?? service.scale;
  const own = containersOf(m, host, project.name).filter((one) => serviceOf(one) === service.name);
  for (const container of own.slice(wanted)) stopAndRemove(ctx, container, say);
  for (const container of own.slice(0, wanted)) {
    const named = wish.names.length === 0 || wish.names.includes(service.name);
    const stale = isStale(ctx, project, service, container) || (wish.forceRecreate && named);
    if (stale && !wish.noRecreate) recreate(ctx, project, service, container, say);
    else if (isUp(container)) say(`Container ${container.name}`, "Running");
  }
  const used = new Set(own.map(numberOf));
  for (let number = 1, missing = wanted - own.length; missing > 0; number++) {
    if (used.has(number)) continue;
    missing--;
    say(shown(project, service, number), "Creating");
    createContainer(m, host, wishFor(m, host, project, service, { number }));
    say(shown(project, service, number), "Created");
  }
}
