import { buildFor } from "#core/engine/build/build";
import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { pullFor } from "#core/engine/image-commands/pull";
import { findImage, fullName } from "#core/engine/images/store";
import { createNetwork, findNetwork } from "#core/engine/network/networks";
import { digestOf } from "#core/engine/state/ids";
import { hostOf, Refusal } from "#core/engine/state/machine";
import { createVolume } from "#core/engine/volumes/volumes";
import { composeVersion, imageOf } from "./containers";
import { daemon, type Say, sayer } from "./sayer";
import type { Project, Service, UpWish } from "./types";

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

/** Gets or makes the images of services. */
export function prepareImages(
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

export function prepareNetworks(
  ctx: Ctx,
  project: Project,
  services: readonly Service[],
  say: Say,
): void {
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

export function prepareVolumes(
  ctx: Ctx,
  project: Project,
  services: readonly Service[],
  say: Say,
): void {
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

/** What one more container of a service needs: its image, networks and volumes. */
export function prepareOne(ctx: Ctx, project: Project, service: Service, wish: UpWish): void {
  const say = sayer(ctx);
  prepareImages(ctx, project, [service], wish, say);
  prepareNetworks(ctx, project, [service], say);
  prepareVolumes(ctx, project, [service], say);
}
