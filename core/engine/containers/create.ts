import { fileAt, makeFolders } from "#core/engine/files/file-system";
import { findImage } from "#core/engine/images/store";
import { inSubnet } from "#core/engine/network/addresses";
import { type EndpointWish, findNetwork, newEndpoint } from "#core/engine/network/networks";
import { madeName } from "#core/engine/state/ids";
import {
  hostOf,
  type Machine,
  newId,
  now,
  put,
  putUpper,
  refuse,
  setClock,
} from "#core/engine/state/machine";
import type {
  Container,
  ContainerConfig,
  Endpoint,
  HealthCheck,
  HostConfig,
  Image,
  Mount,
} from "#core/engine/types";
import { createVolume } from "#core/engine/volumes/volumes";
import { prepareVolumes, tellOf } from "./lifecycle";

export type MountWish = {
  type: "volume" | "bind" | "tmpfs";
  /** A volume's name or a path of the host; none for a nameless volume. */
  source?: string;
  target: string;
  ro?: boolean;
  nocopy?: boolean;
  /** Written with --mount, which makes no missing folder. */
  strict?: boolean;
};

export type NetworkWish = EndpointWish & { name: string };

/** A container as it is asked for; what is left out comes from the image or is the usual. */
export type Wish = {
  name?: string;
  image: string;
  platform?: string;
  cmd?: readonly string[];
  /** [""] takes the image's away. */
  entrypoint?: readonly string[];
  env?: readonly string[];
  labels?: Readonly<Record<string, string>>;
  workdir?: string;
  user?: string;
  hostname?: string;
  tty?: boolean;
  stdin?: boolean;
  stopSignal?: string;
  stopTimeout?: number | null;
  healthcheck?: HealthCheck | null;
  exposed?: readonly string[];
  host?: Partial<HostConfig>;
  mounts?: readonly MountWish[];
  networks?: readonly NetworkWish[];
  task?: string;
};

/** What a container asks of its host where nothing else is said. */
export const usualHost: HostConfig = {
  network: "bridge",
  publish: {},
  publishAll: false,
  restart: { name: "no", max: 0 },
  autoRemove: false,
  privileged: false,
  readonly: false,
  init: false,
  memory: 0,
  memorySwap: 0,
  memoryReservation: 0,
  nanoCpus: 0,
  cpuShares: 0,
  cpuset: "",
  pids: 0,
  nofile: 0,
  capAdd: [],
  capDrop: [],
  logDriver: "json-file",
  logOpts: {},
  tmpfs: {},
  links: [],
  volumesFrom: [],
  extraHosts: [],
  security: [],
  binds: [],
};

export const findByName = (m: Machine, host: string, name: string): Container | undefined =>
  Object.values(hostOf(m, host).containers).find((one) => one.name === name);

/** A container by name, id or the beginning of its id. */
export function findContainer(m: Machine, host: string, typed: string): Container | undefined {
  const name = typed.replace(/^\//, "").replace(/\/$/, "");
  const { containers } = hostOf(m, host);
  const exact = containers[name] ?? findByName(m, host, name);
  if (exact || !/^[0-9a-f]+$/.test(name)) return exact;
  const found = Object.values(containers).filter(({ id }) => id.startsWith(name));
  if (found.length > 1) return refuse(`multiple IDs found with provided prefix: ${name}`);
  return found[0];
}

export function needContainer(m: Machine, host: string, typed: string): Container {
  return findContainer(m, host, typed) ?? refuse(`No such container: ${typed}`);
}

function freeName(m: Machine, host: string, id: string): string {
  for (let again = 0; ; again++) {
    const name = madeName(id, again);
    if (!findByName(m, host, name)) return name;
  }
}

/** Variables of a container: its own, then those of the image that it does not set. */
function mergedEnv(image: Image, own: readonly string[]): string[] {
  const set = new Set(own.filter((one) => one.includes("=")).map((one) => one.split("=", 1)[0]));
  const unset = new Set(own.filter((one) => !one.includes("=")));
  const nameOf = (one: string) => one.split("=", 1)[0] ?? "";
  return [
    ...own,
    ...image.config.env.filter((one) => !set.has(nameOf(one)) && !unset.has(nameOf(one))),
  ];
}

function mergedHealth(image: Image, own: HealthCheck | null | undefined): HealthCheck | null {
  if (own == null) return image.config.healthcheck;
  return { ...image.config.healthcheck, ...own };
}

function configOf(id: string, image: Image, wish: Wish): ContainerConfig {
  const { config } = image;
  const resets = wish.entrypoint?.length === 1 && wish.entrypoint[0] === "";
  const entrypoint = resets ? null : (wish.entrypoint ?? config.entrypoint);
  const keepsCmd = wish.entrypoint === undefined;
  const cmd = wish.cmd && wish.cmd.length > 0 ? wish.cmd : keepsCmd ? config.cmd : null;
  const exposed = [
    ...new Set([
      ...config.exposed,
      ...(wish.exposed ?? []),
      ...Object.keys(wish.host?.publish ?? {}),
    ]),
  ];
  return {
    cmd,
    entrypoint,
    env: mergedEnv(image, wish.env ?? []),
    workdir: wish.workdir ?? config.workdir,
    user: wish.user ?? config.user,
    labels: { ...config.labels, ...wish.labels },
    exposed: exposed.sort(),
    volumes: config.volumes,
    stopSignal: wish.stopSignal ?? config.stopSignal,
    healthcheck: mergedHealth(image, wish.healthcheck),
    hostname: wish.hostname ?? id.slice(0, 12),
    tty: wish.tty ?? false,
    stdin: wish.stdin ?? false,
    stopTimeout: wish.stopTimeout ?? null,
  };
}

function bindMount(m: Machine, host: string, wish: MountWish): Mount {
  const { source = "", target, ro = false } = wish;
  const place = { host, container: null };
  if (fileAt(m, place, source) === null) {
    if (wish.strict)
      refuse(
        `invalid mount config for type "bind": bind source path does not exist: ${source}`,
        125,
      );
    makeFolders(m, place, source);
  }
  return { type: "bind", source, target, ro };
}

function volumeMount(m: Machine, host: string, wish: MountWish): Mount {
  const { source, target, ro = false, nocopy = false, strict = false } = wish;
  const volume = createVolume(m, host, source === undefined ? {} : { name: source });
  const path = `/var/lib/docker/volumes/${volume.name}/_data`;
  const extra = source === undefined ? { anonymous: true } : {};
  return {
    type: "volume",
    name: volume.name,
    source: path,
    target,
    ro,
    nocopy,
    long: strict,
    ...extra,
  };
}

function mountsFor(m: Machine, host: string, image: Image, wish: Wish): Mount[] {
  const result: Mount[] = [];
  for (const from of wish.host?.volumesFrom ?? []) {
    const [name = "", mode] = from.split(":");
    const other = needContainer(m, host, name);
    for (const mount of other.mounts) {
      const { anonymous: _, ...rest } = mount;
      result.push({ ...rest, ro: mode === "ro" || mount.ro });
    }
  }
  for (const one of wish.mounts ?? []) {
    const at = result.findIndex(({ target }) => target === one.target);
    if (at >= 0) result.splice(at, 1);
    if (one.type === "bind") result.push(bindMount(m, host, one));
    else if (one.type === "volume") result.push(volumeMount(m, host, one));
    else result.push({ type: "tmpfs", source: "", target: one.target, ro: one.ro ?? false });
  }
  for (const target of image.config.volumes) {
    const taken =
      result.some((one) => one.target === target) || wish.host?.tmpfs?.[target] !== undefined;
    if (!taken) result.push(volumeMount(m, host, { type: "volume", target }));
  }
  return result;
}

/** Links by name, as the engine keeps them, and as networks have them. */
function linksFor(m: Machine, host: string, wish: Wish): string[] {
  return (wish.host?.links ?? []).map((link) => {
    const [typed = "", alias] = link.split(":");
    const linked =
      findContainer(m, host, typed) ??
      refuse(`could not get container for ${typed}: No such container: ${typed}`);
    const onBridge = (wish.networks ?? []).length === 0;
    if (onBridge && linked.networks.bridge === undefined) {
      refuse(`container ${linked.id} not attached to default bridge network`);
    }
    return `${linked.name}:${alias ?? linked.name}`;
  });
}

function endpointsFor(m: Machine, host: string, wish: Wish): Record<string, Endpoint> {
  const mode = wish.host?.network ?? "bridge";
  if (mode.startsWith("container:")) return {};
  const wanted: readonly NetworkWish[] =
    wish.networks && wish.networks.length > 0 ? wish.networks : [{ name: mode }];
  const result: Record<string, Endpoint> = {};
  for (const one of wanted) {
    const network = findNetwork(m, host, one.name);
    if (network === undefined) {
      result[one.name] = {
        network: "",
        aliases: one.aliases ?? [],
        dns: [],
        links: [],
        ip: "",
        fixedIp: one.ip ?? "",
        endpoint: "",
      };
      continue;
    }
    if (one.ip && !inSubnet(one.ip, network.subnet)) {
      refuse(
        `invalid config for network ${network.name}: invalid endpoint settings:\nno configured subnet or ip-range contain the IP address ${one.ip}`,
      );
    }
    result[network.name] = newEndpoint(network, one);
  }
  return result;
}

/** Creates a container; its image must be there. */
export function createContainer(m: Machine, host: string, wish: Wish): Container {
  if (wish.task === undefined) setClock(m, now(m) + 20);
  const image = findImage(m, host, wish.image) ?? refuse(`No such image: ${wish.image}`);
  if (wish.name) {
    const taken = findByName(m, host, wish.name);
    if (taken) {
      refuse(
        `Conflict. The container name "/${wish.name}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
    }
  }
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
    ...(wish.task === undefined ? {} : { task: wish.task }),
  };
  putUpper(m, host, id, {});
  put(m, ["hosts", host, "containers", id], container, `create container ${name}`);
  prepareVolumes(m, host, container);
  tellOf(m, host, container, "create");
  return container;
}

/** Containers of a host, the youngest first. */
export function byAge(m: Machine, host: string): Container[] {
  const order = (a: Container, b: Container) => b.created - a.created || (a.id < b.id ? -1 : 1);
  return Object.values(hostOf(m, host).containers).sort(order);
}
