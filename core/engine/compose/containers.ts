import type { Wish } from "#core/engine/containers/wish";
import { fullPath } from "#core/engine/files/paths";
import {
  familiar,
  findImage,
  fullName,
  readReference,
  tagsInRegistry,
} from "#core/engine/images/store";
import { digestOf } from "#core/engine/state/ids";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Container, HostConfig, PortBinding } from "#core/engine/types";
import type { Project, Service } from "./types";

const mark = "com.docker.compose";
export const composeVersion = "2.40.3";

export const serviceOf = ({ config }: Container): string => config.labels[`${mark}.service`] ?? "";
export const numberOf = ({ config }: Container): number =>
  Number(config.labels[`${mark}.container-number`] ?? 1);
export const projectOf = ({ config }: Container): string => config.labels[`${mark}.project`] ?? "";
export const isOneOff = ({ config }: Container): boolean =>
  config.labels[`${mark}.oneoff`] === "True";
export const labelOf = ({ config }: Container, name: string): string =>
  config.labels[`${mark}.${name}`] ?? "";

/** Containers of a project, by service and number. */
export function containersOf(
  m: Machine,
  host: string,
  project: string,
  oneOff = false,
): Container[] {
  return Object.values(hostOf(m, host).containers)
    .filter((one) => projectOf(one) === project && isOneOff(one) === oneOff)
    .sort((a, b) =>
      serviceOf(a) < serviceOf(b)
        ? -1
        : serviceOf(a) > serviceOf(b)
          ? 1
          : numberOf(a) - numberOf(b),
    );
}

/** The image that a service's containers are of. */
export const imageOf = (project: Project, service: Service): string =>
  service.image || `${project.name}-${service.name}`;

export const nameFor = (project: Project, service: Service, number: number): string =>
  service.containerName || `${project.name}-${service.name}-${number}`;

/** What a service is by now: containers of another kind are made anew. */
export const hashOf = (service: Service): string => {
  const { scale: _, dependsOn: __, profiles: ___, deploy: ____, ...rest } = service;
  return digestOf(JSON.stringify(rest));
};

const dependsLabel = ({ dependsOn }: Service): string =>
  Object.entries(dependsOn)
    .reverse()
    .map(([name, { condition }]) => `${name}:${condition}:false`)
    .join(",");

function labelsFor(
  m: Machine,
  host: string,
  project: Project,
  service: Service,
  number: number,
  oneOff: boolean,
): Record<string, string> {
  const image = findImage(m, host, imageOf(project, service));
  return {
    ...service.labels,
    [`${mark}.config-hash`]: hashOf(service),
    [`${mark}.container-number`]: String(number),
    [`${mark}.depends_on`]: dependsLabel(service),
    [`${mark}.image`]: `sha256:${image?.id ?? ""}`,
    [`${mark}.oneoff`]: oneOff ? "True" : "False",
    [`${mark}.project`]: project.name,
    [`${mark}.project.config_files`]: project.files.join(","),
    [`${mark}.project.working_dir`]: project.folder,
    [`${mark}.service`]: service.name,
    [`${mark}.version`]: composeVersion,
  };
}

function portsFor(service: Service): Record<string, PortBinding[]> {
  const result: Record<string, PortBinding[]> = {};
  for (const { target, ip, published, protocol } of service.ports) {
    const key = `${target}/${protocol}`;
    result[key] = [...(result[key] ?? []), { ip, port: published }];
  }
  return result;
}

function hostFor(service: Service, network: string, ports: boolean): Partial<HostConfig> {
  const [name = "", max] = service.restart.split(":");
  return {
    network,
    publish: ports ? portsFor(service) : {},
    restart: { name: name || "no", max: Number(max ?? 0) },
    privileged: service.privileged,
    readonly: service.readonly,
    init: service.init,
    memory: service.memory,
    nanoCpus: Math.round(service.cpus * 1e9),
    tmpfs: Object.fromEntries(service.tmpfs.map((target) => [target, ""])),
    extraHosts: service.extraHosts,
    capAdd: service.capAdd,
    capDrop: service.capDrop,
  };
}

/** Names by which a linked service is called, by the networks that both are on. */
const linkAliases = (project: Project, service: Service): string[] =>
  Object.values(project.services).flatMap(({ links }) =>
    links
      .map((link) => link.split(":"))
      .flatMap(([name, alias]) => (name === service.name && alias !== undefined ? [alias] : [])),
  );

export type Made = { number: number; oneOff?: boolean; replaces?: string; name?: string };

/** A container of a service as the engine is asked for it. */
export function wishFor(
  m: Machine,
  host: string,
  project: Project,
  service: Service,
  made: Made,
): Wish {
  const { number, oneOff = false, replaces } = made;
  const name = made.name ?? nameFor(project, service, number);
  const aliases = oneOff ? [] : [name, service.name, ...linkAliases(project, service)];
  const networks = Object.entries(service.networks).map(([key, one]) => ({
    name: project.networks[key]?.name ?? key,
    aliases: [...aliases, ...one.aliases],
    ip: one.ip,
  }));
  const other = /^service:(.*)$/.exec(service.networkMode)?.[1];
  const mode =
    other === undefined
      ? service.networkMode
      : `container:${containersOf(m, host, project.name).find((one) => serviceOf(one) === other)?.id ?? other}`;
  const mounts = service.mounts.map(({ type, source, target, ro }) => ({
    type,
    target,
    ro,
    ...(source === ""
      ? {}
      : {
          source:
            type === "bind"
              ? fullPath(source.replace(/^~/, "/home/ada"), project.folder)
              : (project.volumes[source]?.name ?? source),
        }),
  }));
  const secrets = service.secrets.flatMap((key) => {
    const { file } = project.secrets[key] ?? { file: "" };
    return file === ""
      ? []
      : [
          {
            type: "bind" as const,
            source: fullPath(file, project.folder),
            target: `/run/secrets/${key}`,
            ro: true,
          },
        ];
  });
  const replaced: Record<string, string> =
    replaces === undefined ? {} : { [`${mark}.replace`]: replaces };
  return {
    name,
    image: imageOf(project, service),
    ...(service.command === null ? {} : { cmd: service.command }),
    ...(service.entrypoint === null ? {} : { entrypoint: service.entrypoint }),
    env: Object.entries(service.environment).map(([key, value]) =>
      value === null ? key : `${key}=${value}`,
    ),
    labels: { ...labelsFor(m, host, project, service, number, oneOff), ...replaced },
    ...(service.workdir === "" ? {} : { workdir: service.workdir }),
    ...(service.user === "" ? {} : { user: service.user }),
    ...(service.hostname === "" ? {} : { hostname: service.hostname }),
    ...(service.stopSignal === "" ? {} : { stopSignal: service.stopSignal }),
    stopTimeout: service.stopGrace,
    tty: service.tty,
    stdin: service.stdin,
    healthcheck: service.healthcheck,
    exposed: service.expose.map((port) => (port.includes("/") ? port : `${port}/tcp`)),
    host: hostFor(service, mode || (networks[0]?.name ?? "none"), !oneOff),
    mounts: [...mounts, ...secrets],
    networks,
  };
}

/** Whether a registry has anything under a name. */
export const isKnown = (m: Machine, image: string): boolean =>
  tagsInRegistry(m, familiar(readReference(fullName(image)))).length > 0;

/** Services in an order in which each comes after what it depends on. */
export function inOrder(project: Project, names: readonly string[]): Service[] {
  const list: Service[] = [];
  const add = (name: string) => {
    const service = project.services[name];
    if (service === undefined || list.includes(service)) return;
    for (const next of Object.keys(service.dependsOn)) if (names.includes(next)) add(next);
    list.push(service);
  };
  for (const name of [...names].sort()) add(name);
  return list;
}

/** Services with all that they depend on. */
export function withDependencies(project: Project, names: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const next of Object.keys(project.services[name]?.dependsOn ?? {})) add(next);
  };
  for (const name of names) add(name);
  return [...found];
}

/** "web-1" for a container of the project; its own name where it has one. */
export const shortName = (project: { name: string }, { name }: Container): string =>
  name.startsWith(`${project.name}-`) ? name.slice(project.name.length + 1) : name;
