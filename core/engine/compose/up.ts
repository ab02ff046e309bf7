import { buildFor } from "#core/engine/build/build";
import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { advance, waitUntil } from "#core/engine/containers/clock";
import { createContainer } from "#core/engine/containers/create-container";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { removeContainer } from "#core/engine/containers/remove-container";
import { startContainer } from "#core/engine/containers/start-container";
import { stopContainer } from "#core/engine/containers/stop";
import { pullFor } from "#core/engine/image-commands/pull";
import { findImage, fullName } from "#core/engine/images/store";
import { createNetwork, findNetwork } from "#core/engine/network/networks";
import { digestOf } from "#core/engine/state/ids";
import {
  changeContainer,
  hostOf,
  notModelled,
  now,
  Refusal,
  setClock,
} from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { createVolume } from "#core/engine/volumes/volumes";
import {
  composeVersion,
  containersOf,
  hashOf,
  imageOf,
  inOrder,
  labelOf,
  numberOf,
  serviceOf,
  wishFor,
  withDependencies,
} from "./containers";
import { warn } from "./load";
import type { Project, Service } from "./types";

export type UpWish = {
  names: readonly string[];
  scale: Readonly<Record<string, number>>;
  forceRecreate: boolean;
  noRecreate: boolean;
  noDeps: boolean;
  removeOrphans: boolean;
  build: boolean;
  noStart: boolean;
  wait: boolean;
  dryRun: boolean;
  pull: string;
};

export type Say = (what: string, state: string) => void;

export const sayer =
  (ctx: Ctx): Say =>
  (what, state) => {
    const dry = ctx.has("dry-run") || ctx.has("project dry-run") ? " DRY-RUN MODE - " : "";
    ctx.err(`${dry} ${what}  ${state}\n`);
  };

const daemon = (error: Refusal): never =>
  refuseClient(`Error response from daemon: ${error.message}`);

/** Gets or makes the images of services. */
function prepareImages(
  ctx: Ctx,
  project: Project,
  services: readonly Service[],
  wish: UpWish,
  _say: Say,
): void {
  const { m, host } = ctx;
  for (const service of services) {
    const image = imageOf(project, service);
    const there = findImage(m, host, image) !== undefined;
    if (service.build !== null && (wish.build || !there)) {
      buildFor(ctx, { ...service.build, root: project.folder, tag: image });
      ctx.err(` ${image}  Built\n`);
    } else if (
      service.build === null &&
      (!there || wish.pull === "always" || service.pullPolicy === "always")
    ) {
      pullService(ctx, service);
    }
  }
}

export function pullService(ctx: Ctx, service: Service): void {
  ctx.err(` ${service.name} Pulling\n`);
  try {
    pullFor(ctx, fullName(service.image), () => {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.err(` ${service.name} Error ${error.message}\n`);
    daemon(error);
  }
  ctx.err(` ${service.name} Pulled\n`);
}

const labelsWith = (
  project: Project,
  kind: string,
  key: string,
  labels: Readonly<Record<string, string>>,
) => ({
  ...labels,
  "com.docker.compose.config-hash": digestOf(`${kind}/${key}/${JSON.stringify(labels)}`),
  [`com.docker.compose.${kind}`]: key,
  "com.docker.compose.project": project.name,
  "com.docker.compose.version": composeVersion,
});

function prepareNetworks(ctx: Ctx, project: Project, services: readonly Service[], say: Say): void {
  const { m, host } = ctx;
  const used = new Set(services.flatMap(({ networks }) => Object.keys(networks)));
  for (const key of used) {
    const network = project.networks[key];
    if (network === undefined) continue;
    const there = findNetwork(m, host, network.name);
    if (network.external && !there)
      refuseClient(`network ${network.name} declared as external, but could not be found`);
    if (there) continue;
    say(`Network ${network.name}`, "Creating");
    createNetwork(m, host, {
      name: network.name,
      driver: network.driver,
      internal: network.internal,
      attachable: network.attachable,
      ...(network.subnet === "" ? {} : { subnet: network.subnet }),
      labels: labelsWith(project, "network", key, network.labels),
    });
    say(`Network ${network.name}`, "Created");
  }
}

function prepareVolumes(ctx: Ctx, project: Project, services: readonly Service[], say: Say): void {
  const { m, host } = ctx;
  const used = new Set(
    services.flatMap(({ mounts }) =>
      mounts.filter(({ type }) => type === "volume").map(({ source }) => source),
    ),
  );
  for (const key of used) {
    const volume = project.volumes[key];
    if (volume === undefined) continue;
    const there = hostOf(m, host).volumes[volume.name];
    if (volume.external && !there) refuseClient(`external volume "${volume.name}" not found`);
    if (there) continue;
    say(`Volume ${volume.name}`, "Creating");
    createVolume(m, host, {
      name: volume.name,
      labels: labelsWith(project, "volume", key, volume.labels),
    });
    say(`Volume ${volume.name}`, "Created");
  }
}

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

/** Brings the number and kind of a service's containers to what is asked for. */
function converge(ctx: Ctx, project: Project, service: Service, wish: UpWish, say: Say): void {
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

/** Waits for what a service depends on; refuses where that does not come to be. */
function awaitDependencies(
  ctx: Ctx,
  project: Project,
  service: Service,
  say: Say,
  seen: Set<string>,
): void {
  const { m, host } = ctx;
  for (const [name, { condition, required }] of Object.entries(service.dependsOn)) {
    if (condition === "service_started" || project.services[name] === undefined) continue;
    for (const container of containersOf(m, host, project.name).filter(
      (one) => serviceOf(one) === name,
    )) {
      const shownName = `Container ${container.name}`;
      if (!seen.has(container.id)) say(shownName, "Waiting");
      seen.add(container.id);
      const current = () => hostOf(m, host).containers[container.id];
      const fail = (words: string, state = "Error"): void => {
        say(shownName, state);
        if (required) refuseClient(words);
      };
      if (condition === "service_healthy") {
        if (container.health === null && container.config.healthcheck === null) {
          fail(
            `dependency failed to start: container ${container.name} has no healthcheck configured`,
          );
        }
        const decided = () => {
          const one = current();
          return one === undefined || !isUp(one) || one.health?.status !== "starting";
        };
        waitUntil(m, decided, now(m) + 600_000);
        const one = current();
        if (one === undefined || !isUp(one))
          fail(
            `dependency failed to start: container ${container.name} exited (${one?.exit ?? 0})`,
          );
        else if (one.health?.status === "unhealthy")
          fail(`dependency failed to start: container ${container.name} is unhealthy`);
        else say(shownName, "Healthy");
      } else {
        const over = () => {
          const one = current();
          return one === undefined || !isUp(one);
        };
        waitUntil(m, over, now(m) + 600_000);
        const exit = current()?.exit ?? 0;
        const words = `service "${name}" didn't complete successfully: exit ${exit}`;
        if (exit !== 0) fail(words, words);
        else say(shownName, "Exited");
      }
    }
  }
}

/** Starts the containers of services that do not run. */
export function startServices(
  ctx: Ctx,
  project: Project,
  services: readonly Service[],
  say: Say,
  quiet = false,
): void {
  const { m, host } = ctx;
  const seen = new Set<string>();
  let failed: Refusal | null = null;
  for (const service of services) {
    const waiting = containersOf(m, host, project.name).filter(
      (one) => serviceOf(one) === service.name && !isUp(one),
    );
    if (waiting.length > 0) awaitDependencies(ctx, project, service, say, seen);
    for (const container of waiting) {
      if (!quiet) say(`Container ${container.name}`, "Starting");
      try {
        startContainer(m, host, container.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        failed ??= error;
        continue;
      }
      if (!quiet) say(`Container ${container.name}`, "Started");
    }
  }
  if (failed !== null) daemon(failed);
}

/** What one more container of a service needs: its image, networks and volumes. */
export function prepareOne(ctx: Ctx, project: Project, service: Service, wish: UpWish): void {
  const say = sayer(ctx);
  prepareImages(ctx, project, [service], wish, say);
  prepareNetworks(ctx, project, [service], say);
  prepareVolumes(ctx, project, [service], say);
}

export function orphansOf(ctx: Ctx, project: Project): Container[] {
  const all = { ...project.services, ...project.disabled };
  return containersOf(ctx.m, ctx.host, project.name).filter(
    (one) => all[serviceOf(one)] === undefined,
  );
}

function awaitAll(ctx: Ctx, project: Project, services: readonly Service[], say: Say): void {
  const { m, host } = ctx;
  const names = new Set(services.map(({ name }) => name));
  const own = containersOf(m, host, project.name).filter((one) => names.has(serviceOf(one)));
  for (const { name } of own) say(`Container ${name}`, "Waiting");
  for (const { id, name } of own) {
    const one = () => hostOf(m, host).containers[id];
    waitUntil(
      m,
      () => one()?.health?.status !== "starting" || !isUp(one() ?? (own[0] as Container)),
      now(m) + 600_000,
    );
    const state = one();
    if (!state || !isUp(state)) refuseClient(`container ${name} exited (${state?.exit ?? 0})`);
    else if (state.health?.status === "unhealthy") refuseClient(`container ${name} is unhealthy`);
    else say(`Container ${name}`, "Healthy");
  }
  setClock(m, now(m) + 500);
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

/** `up` without -d: shows what the containers say until all have ended, or Ctrl-C. */
export function attachUp(ctx: Ctx, project: Project, services: readonly Service[]): number {
  const { m, host } = ctx;
  const names = new Set(services.map(({ name }) => name));
  const own = containersOf(m, host, project.name).filter((one) => names.has(serviceOf(one)));
  const labels = own.map((one) => shortName(project, one));
  const width = Math.max(0, ...labels.map((one) => one.length));
  ctx.out(`Attaching to ${labels.join(", ")}\n`);
  own.forEach(({ id }, i) => {
    const prefix = `${(labels[i] ?? "").padEnd(width)}  | `;
    listen(m, id, (_, text) => ctx.out(text.replace(/^(?=[^\n])/gm, prefix)));
  });
  const ended = new Set<string>();
  const isOver = () =>
    own.every(
      ({ id }) =>
        !isUp(hostOf(m, host).containers[id] ?? ({ ...own[0], status: "exited" } as Container)),
    );
  try {
    startServices(ctx, project, services, sayer(ctx), true);
    const limit =
      m.deadline === Number.POSITIVE_INFINITY ? now(m) + (m.tty ? 3000 : 90_000) : m.deadline;
    const over = waitUntil(m, isOver, limit);
    own.forEach((one, i) => {
      const state = hostOf(m, host).containers[one.id];
      if (state && !isUp(state) && !ended.has(one.id))
        ctx.out(`\u001b[K${labels[i]} exited with code ${state.exit}\n`);
    });
    if (over) return 0;
    if (m.deadline === Number.POSITIVE_INFINITY && !m.tty)
      return notModelled("the project runs until it is stopped, and nobody stops it");
    return interrupted(ctx, own);
  } finally {
    for (const { id } of own) listen(m, id, null);
  }
}

function interrupted(ctx: Ctx, own: readonly Container[]): number {
  const { m, host } = ctx;
  ctx.out("Gracefully Stopping... press Ctrl+C again to force\n");
  const say = sayer(ctx);
  for (const { id, name } of [...own].reverse()) {
    say(`Container ${name}`, "Stopping");
    stopContainer(m, host, id);
    say(`Container ${name}`, "Stopped");
  }
  advance(m, now(m));
  return 130;
}

/** "web-1" for a container of the project; its own name where it has one. */
export const shortName = (project: { name: string }, { name }: Container): string =>
  name.startsWith(`${project.name}-`) ? name.slice(project.name.length + 1) : name;
