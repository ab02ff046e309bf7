import { findImage } from "#core/engine/images/store";
import { madeName } from "#core/engine/state/ids";
import {
  type Machine,
  newId,
  now,
  put,
  putUpper,
  refuse,
  setClock,
} from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { configOf } from "./config-of";
import { endpointsFor } from "./endpoints";
import { findByName } from "./find-container";
import { linksFor } from "./links";
import { mountsFor } from "./mounts-for";
import { prepareVolumes } from "./prepare-mounts";
import { tellOf } from "./tell-of";
import { usualHost } from "./usual-host";
import type { Wish } from "./wish";

/** Creates a container; its image must be there. */
export function createContainer(m: Machine, host: string, wish: Wish): Container {
  if (wish.task === undefined) setClock(m, now(m) + 20);
  const image = findImage(m, host, wish.image) ?? refuse(`No such image: ${wish.image}`);
  if (wish.name) checkName(m, host, wish.name);
  const id = newId(m);
  const config = configOf(id, image, wish);
  if (config.entrypoint === null && (config.cmd === null || config.cmd.length === 0))
    refuse("no command specified");
  const name = wish.name || freeName(m, host, id);
  const links = linksFor(m, host, wish);
  const networks = endpointsFor(m, host, wish);
  const container: Container = {
    id,
    name,
    created: now(m),
    image: wish.image,
    imageId: image.id,
    platform: wish.platform ?? "linux",
    config,
    host: { ...usualHost, ...wish.host, links },
    mounts: mountsFor(m, host, image, wish),
    networks,
    ...neverRan(),
    ...(wish.task === undefined ? {} : { task: wish.task }),
  };
  putUpper(m, host, id, {});
  put(m, ["hosts", host, "containers", id], container, `create container ${name}`);
  prepareVolumes(m, host, container);
  tellOf(m, host, container, "create");
  return container;
}

function checkName(m: Machine, host: string, name: string): void {
  const taken = findByName(m, host, name);
  if (taken) {
    refuse(
      `Conflict. The container name "/${name}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
  }
}

function freeName(m: Machine, host: string, id: string): string {
  for (let again = 0; ; again++) {
    const name = madeName(id, again);
    if (!findByName(m, host, name)) return name;
  }
}

/** What a container has of its runs before the first. */
const neverRan = () =>
  ({
    ports: {},
    status: "created",
    pid: 0,
    exit: 0,
    error: "",
    oom: false,
    started: 0,
    finished: 0,
    restarts: 0,
    stopped: false,
    restartAt: null,
    health: null,
    thread: null,
    extras: [],
  }) satisfies Partial<Container>;
