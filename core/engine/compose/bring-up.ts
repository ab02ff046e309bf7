import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { Refusal } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { containersOf, inOrder, serviceOf, withDependencies } from "./containers";
import { converge, stopAndRemove } from "./converge-service";
import { warn } from "./load";
import { prepareImages, prepareNetworks, prepareVolumes } from "./prepare";
import { daemon, sayer } from "./sayer";
import { awaitAll, startServices } from "./start-services";
import type { Project, Service, UpWish } from "./types";

export function orphansOf(ctx: Ctx, project: Project): Container[] {
  const all = { ...project.services, ...project.disabled };
  return containersOf(ctx.m, ctx.host, project.name).filter(
    (one) => all[serviceOf(one)] === undefined,
  );
}

/** A name of its own can be given to one container only. */
function checkScale(project: Project, wish: UpWish): void {
  for (const service of Object.values(project.services)) {
    if ((wish.scale[service.name] ?? service.scale) > 1 && service.containerName !== "") {
      refuseClient(
        `WARNING: The "${service.name}" service is using the custom container name "${service.containerName}". Docker requires each container to have a unique name. Remove the custom name to scale the service`,
      );
    }
  }
}

/** Creates what is missing of a project, makes anew what has changed, and starts it. */
export function bringUp(ctx: Ctx, project: Project, wish: UpWish, attached: boolean): Service[] {
  const { m } = ctx;
  for (const name of [...wish.names, ...Object.keys(wish.scale)]) {
    if (project.services[name] !== undefined) continue;
    refuseClient(
      Object.hasOwn(wish.scale, name)
        ? `no such service: ${name}: not found`
        : `no such service: ${name}`,
    );
  }
  const all = Object.keys(project.services);
  if (all.length === 0) refuseClient("no service selected");
  const chosen =
    wish.names.length === 0
      ? all
      : wish.noDeps
        ? wish.names
        : withDependencies(project, wish.names);
  const services = inOrder(project, chosen);
  const say = sayer(ctx);
  checkScale(project, wish);
  if (wish.dryRun) {
    for (const service of services) {
      for (const one of containersOf(m, ctx.host, project.name).filter(
        (each) => serviceOf(each) === service.name,
      ))
        say(`Container ${one.name}`, "Running");
    }
    return services;
  }
  prepareImages(ctx, project, services, wish, say);
  const orphans = orphansOf(ctx, project);
  if (orphans.length > 0 && !wish.removeOrphans) {
    const names = orphans.map(({ name }) => name).join(" ");
    warn(
      ctx,
      `Found orphan containers ([${names}]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up.`,
    );
  }
  try {
    prepareNetworks(ctx, project, services, say);
    prepareVolumes(ctx, project, services, say);
    if (wish.removeOrphans) for (const one of orphans) stopAndRemove(ctx, one, say);
    for (const service of services) converge(ctx, project, service, wish, say);
  } catch (error) {
    if (error instanceof Refusal) daemon(error);
    throw error;
  }
  if (!wish.noStart && !attached) startServices(ctx, project, services, say);
  if (wish.wait) awaitAll(ctx, project, services, say);
  return services;
}
