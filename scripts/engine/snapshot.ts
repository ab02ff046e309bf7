import { containerJson } from "#core/engine/inspect/container-json";
import { imageJson, volumeJson } from "#core/engine/inspect/object-json";
import { swarmSnapshot } from "#core/engine/inspect/swarm-snapshot";
import { membersOf, networksOf } from "#core/engine/network/networks";
import { startMachine } from "#core/engine/state/machine";
import type { Container, Image, State } from "#core/engine/types";
import type { Masks } from "./masks";

type Fields = Record<string, unknown>;

const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null || value === "" || value === false || value === 0)
    return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
};
export const clean = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
export const sorted = (record: object | null | undefined): Fields | undefined =>
  record
    ? Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
    : undefined;

function portsOf(
  ports: Record<string, { HostIp: string; HostPort: string }[] | null> | undefined,
): Fields | undefined {
  if (ports === undefined) return undefined;
  const shown = Object.keys(ports)
    .sort()
    .map((key) => [
      key,
      ports[key]
        ?.map((one) => `${one.HostIp}:${Number(one.HostPort) >= 32768 ? "<auto>" : one.HostPort}`)
        .sort() ?? null,
    ]);
  return Object.fromEntries(shown);
}

function networksIn(json: Fields, container: Container, ids: Masks): Fields {
  const settings = json.NetworkSettings as { Networks: Record<string, Fields> };
  const plain = (list: unknown) =>
    ((list as string[] | null) ?? []).filter((one) => !container.id.startsWith(one)).sort();
  const entries = Object.keys(settings.Networks)
    .sort()
    .map((key) => {
      const one = settings.Networks[key] ?? {};
      const fixed = (one.IPAMConfig as { IPv4Address?: string } | null)?.IPv4Address;
      return [
        key,
        clean({
          aliases: plain(one.Aliases),
          dns: plain(one.DNSNames),
          links: one.Links,
          fixedIp: fixed,
          ip: ids.ip(String(one.IPAddress ?? "")),
        }),
      ];
    });
  return Object.fromEntries(entries);
}

type HostFields = Fields & {
  RestartPolicy: { Name: string; MaximumRetryCount: number };
  LogConfig: { Type: string; Config: Fields };
};

const limitsOf = (host: HostFields): Fields => ({
  memory: host.Memory,
  memorySwap: host.MemorySwap,
  cpus: Number(host.NanoCpus) / 1e9,
  cpuShares: host.CpuShares,
  cpuset: host.CpusetCpus,
  pids: host.PidsLimit,
  capAdd: host.CapAdd,
  capDrop: host.CapDrop,
  logDriver: host.LogConfig.Type === "json-file" ? undefined : host.LogConfig.Type,
  logOpts: host.LogConfig.Config,
});

function containerOf(json: Fields, container: Container, ids: Masks): Fields {
  const state = json.State as Fields & { Health?: { Status: string } };
  const host = json.HostConfig as HostFields;
  const config = json.Config as Fields;
  const settings = json.NetworkSettings as {
    Ports: Record<string, { HostIp: string; HostPort: string }[] | null>;
  };
  const status = state.Status;
  const quiet = status === "running" || status === "created";
  const hostname = String(config.Hostname);
  const mounts = (json.Mounts as Fields[]).map((mount) =>
    clean({
      type: mount.Type,
      name: mount.Name && ids.name(String(mount.Name)),
      source: mount.Type === "bind" ? mount.Source : undefined,
      dest: mount.Destination,
      ro: !mount.RW,
    }),
  );
  return clean({
    id: ids.name(container.id),
    name: ids.made(container.name, true),
    image: config.Image,
    imageId: ids.name(container.imageId),
    status,
    exit: quiet ? undefined : String(state.ExitCode),
    error: state.Error,
    oomKilled: state.OOMKilled,
    health: state.Health?.Status,
    restarts: json.RestartCount,
    restart:
      host.RestartPolicy.Name === "no"
        ? undefined
        : clean({ name: host.RestartPolicy.Name, max: host.RestartPolicy.MaximumRetryCount }),
    autoRemove: host.AutoRemove,
    tty: config.Tty,
    stdin: config.OpenStdin,
    privileged: host.Privileged,
    readonly: host.ReadonlyRootfs,
    init: host.Init,
    command: config.Cmd,
    entrypoint: config.Entrypoint,
    workdir: config.WorkingDir,
    user: config.User,
    hostname: container.id.startsWith(hostname) ? undefined : hostname,
    env: [...((config.Env as string[] | null) ?? [])].sort(),
    labels: sorted(config.Labels as object),
    stopSignal: config.StopSignal,
    stopTimeout: config.StopTimeout,
    healthcheck: config.Healthcheck,
    ...limitsOf(host),
    exposed: Object.keys((config.ExposedPorts as object | undefined) ?? {}).sort(),
    publish: portsOf(host.PortBindings as Parameters<typeof portsOf>[0]),
    publishAll: host.PublishAllPorts,
    ports: state.Running ? portsOf(settings.Ports) : undefined,
    mounts: mounts.sort((a, b) => (String(a.dest) < String(b.dest) ? -1 : 1)),
    tmpfs: host.Tmpfs,
    links: host.Links,
    volumesFrom: host.VolumesFrom,
    extraHosts: host.ExtraHosts,
    networkMode: ids.name(String(host.NetworkMode)),
    networks: networksIn(json, container, ids),
  });
}

function imageOf(json: Fields, image: Image, ids: Masks): Fields {
  const config = json.Config as Fields;
  return clean({
    id: ids.name(image.id),
    tags: [...(json.RepoTags as string[])].sort(),
    digests: (json.RepoDigests as string[]).map((one) => one.split("@")[0]).sort(),
    layers: image.layers.length,
    parent: image.parent === "" ? undefined : ids.name(image.parent),
    comment: image.comment,
    author: image.author,
    cmd: config.Cmd,
    entrypoint: config.Entrypoint,
    env: config.Env,
    workdir: config.WorkingDir,
    user: config.User,
    exposed: Object.keys((config.ExposedPorts as object | undefined) ?? {}).sort(),
    volumes: Object.keys((config.Volumes as object | null) ?? {}).sort(),
    labels: sorted(config.Labels as object | null),
    stopSignal: config.StopSignal,
    healthcheck: config.Healthcheck,
    onbuild: config.OnBuild,
    shell: config.Shell,
  });
}

function networkOf(
  state: State,
  network: ReturnType<typeof networksOf>[number],
  ids: Masks,
): Fields {
  const m = startMachine(state, "1");
  const members = [
    ...membersOf(m, "1", network).map((one) => ids.made(one.name, false)),
    ...swarmSnapshot.members(m, network),
  ];
  return clean({
    name: network.name,
    id: ids.name(network.id),
    driver: network.driver,
    scope: network.scope,
    internal: network.internal,
    attachable: network.attachable,
    ingress: network.ingress,
    labels: sorted(network.labels),
    options: network.name === "bridge" ? undefined : sorted(network.options),
    subnet: network.subnet === "" ? undefined : [ids.ip(network.subnet.split("/")[0] ?? "")],
    members: members.sort(),
  });
}

/** The first host of a state in the recorder's form. */
export function snapshot(state: State, ids: Masks): Fields {
  const m = startMachine(state, "1");
  const host = state.hosts["1"];
  if (host === undefined) return {};
  const containers = Object.values(host.containers).sort(
    (a, b) => a.created - b.created || (a.name < b.name ? -1 : 1),
  );
  const images = Object.values(host.images).sort(
    (a, b) => a.created - b.created || (a.id < b.id ? -1 : 1),
  );
  const volumes = Object.values(host.volumes).sort((a, b) => (a.name < b.name ? -1 : 1));
  const networks = networksOf(m, "1").sort((a, b) => a.created - b.created);
  for (const image of images) {
    ids.see("i", image.id);
    for (const digest of imageJson(m, "1", image).RepoDigests as string[])
      ids.see("d", digest.split("sha256:")[1] ?? "");
  }
  for (const { id } of containers) ids.see("c", id);
  for (const { name } of volumes) if (/^[0-9a-f]{64}$/.test(name)) ids.see("v", name);
  for (const { id } of networks) ids.see("n", id);
  const shown = networks.filter(
    (one) => !/^(?:bridge|host|none)$/.test(one.name) || membersOf(m, "1", one).length > 0,
  );
  const result: Fields = {
    containers: containers.map((one) => containerOf(containerJson(m, "1", one), one, ids)),
    images: images.map((one) => imageOf(imageJson(m, "1", one), one, ids)),
    volumes: volumes.map((one) => {
      const json = volumeJson(one);
      return clean({
        name: ids.name(one.name),
        driver: one.driver === "local" ? undefined : one.driver,
        labels: sorted(json.Labels as object | null),
        options: sorted(json.Options as object | null),
      });
    }),
    networks: shown.map((one) => networkOf(state, one, ids)),
  };
  const swarm = swarmSnapshot.of(m, ids.see);
  if (swarm !== null) result.swarm = swarm;
  const projects: Record<string, string[]> = {};
  for (const { config, status } of containers) {
    const project = config.labels["com.docker.compose.project"];
    if (project === undefined) continue;
    const service = config.labels["com.docker.compose.service"];
    const list = projects[project] ?? [];
    list.push(`${service}-${config.labels["com.docker.compose.container-number"]}: ${status}`);
    projects[project] = list;
  }
  if (Object.keys(projects).length > 0) {
    result.compose = Object.fromEntries(
      Object.entries(projects).map(([name, list]) => [name, list.sort()]),
    );
  }
  return settle(result);
}

const settledText = (text: string): string =>
  text
    .replace(/(?:sha256:)?\b[0-9a-f]{64}\b/g, "<id>")
    .replace(/\b(?=[a-z0-9]*\d)[a-z0-9]{25}\b/g, "<id>")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<date>")
    .replace(/\bgateway_[0-9a-f]{12}\b/g, "gateway_<id>");

function walk(value: unknown): unknown {
  if (typeof value === "string") return settledText(value);
  if (Array.isArray(value)) return value.map(walk);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, walk(one)]),
  );
}

/** Lists by name, left-over ids masked, as the recorder settles them. */
function settle(state: Fields): Fields {
  const result = walk(state) as Record<string, Fields[]>;
  const by = (list: Fields[] | undefined, key: (one: Fields) => string) =>
    list?.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const number = (one: Fields) =>
    String(one.id ?? "").replace(/\d+/, (digits) => digits.padStart(4, "0"));
  for (const one of result.containers ?? []) {
    if (one.labels && "com.docker.swarm.task" in (one.labels as object)) {
      for (const end of Object.values((one.networks as Record<string, Fields> | undefined) ?? {}))
        delete end.fixedIp;
    }
  }
  by(
    result.containers,
    (one) => (String(one.name).startsWith("<") ? "~" : String(one.name)) + number(one),
  );
  by(result.images, (one) => ((one.tags as string[] | undefined)?.[0] ?? "~") + number(one));
  by(result.volumes, (one) => String(one.name));
  by(result.networks, (one) => String(one.name));
  for (const one of result.networks ?? []) (one.members as string[] | undefined)?.sort();
  return result as Fields;
}
