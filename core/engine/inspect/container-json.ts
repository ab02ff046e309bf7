import { findNetwork } from "#core/engine/network/networks";
import type { Machine } from "#core/engine/state/machine";
import { apiTime } from "#core/engine/state/words";
import type { Container, Ports } from "#core/engine/types";

const portsJson = (
  ports: Ports | Readonly<Record<string, readonly { ip: string; port: string }[]>>,
) =>
  Object.fromEntries(
    Object.entries(ports).map(([target, list]) => [
      target,
      list?.map(({ ip, port }) => ({ HostIp: ip, HostPort: port })) ?? null,
    ]),
  );

function networkJson(
  m: Machine,
  host: string,
  container: Container,
  name: string,
): Record<string, unknown> {
  const end = container.networks[name];
  const network = findNetwork(m, host, name);
  const up = end !== undefined && end.ip !== "";
  const short = container.id.slice(0, 12);
  const own = name !== "bridge" && name !== "host" && name !== "none";
  return {
    IPAMConfig: end?.fixedIp ? { IPv4Address: end.fixedIp } : null,
    Links: null,
    Aliases: own && end && end.aliases.length > 0 ? [...end.aliases] : null,
    MacAddress: up ? "02:42:ac:11:00:02" : "",
    DriverOpts: null,
    GwPriority: 0,
    NetworkID: end?.network ?? "",
    EndpointID: end?.endpoint ?? "",
    Gateway: up ? (network?.gateway ?? "") : "",
    IPAddress: end?.ip ?? "",
    IPPrefixLen: up ? Number(network?.subnet.split("/")[1] ?? 16) : 0,
    IPv6Gateway: "",
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    DNSNames: end && (own || end.dns.length > 0) ? [...end.dns, short] : null,
  };
}

function stateJson(container: Container): Record<string, unknown> {
  const { status, pid, exit, error, oom, started, finished, health } = container;
  const healthJson =
    health === null
      ? {}
      : { Health: { Status: health.status, FailingStreak: health.failing, Log: [] } };
  return {
    Status: status,
    Running: status === "running" || status === "paused" || status === "restarting",
    Paused: status === "paused",
    Restarting: status === "restarting",
    OOMKilled: oom,
    Dead: status === "dead",
    Pid: pid,
    ExitCode: exit,
    Error: error,
    StartedAt: apiTime(started),
    FinishedAt: apiTime(finished),
    ...healthJson,
  };
}

function hostConfigJson(container: Container): Record<string, unknown> {
  const { host } = container;
  const listed = (list: readonly string[]) => (list.length > 0 ? [...list] : null);
  return {
    Binds: listed(host.binds),
    ContainerIDFile: "",
    LogConfig: { Type: host.logDriver, Config: host.logOpts },
    NetworkMode: host.network,
    PortBindings: portsJson(host.publish),
    RestartPolicy: { Name: host.restart.name, MaximumRetryCount: host.restart.max },
    AutoRemove: host.autoRemove,
    VolumeDriver: "",
    VolumesFrom: listed(host.volumesFrom),
    ConsoleSize: [0, 0],
    CapAdd: listed(host.capAdd),
    CapDrop: listed(host.capDrop),
    CgroupnsMode: "host",
    Dns: [],
    DnsOptions: [],
    DnsSearch: [],
    ExtraHosts: listed(host.extraHosts),
    GroupAdd: null,
    IpcMode: "private",
    Cgroup: "",
    Links: host.links.length > 0 ? host.links.map((link) => linkJson(link, container.name)) : null,
    OomScoreAdj: 0,
    PidMode: "",
    Privileged: host.privileged,
    PublishAllPorts: host.publishAll,
    ReadonlyRootfs: host.readonly,
    SecurityOpt: listed(host.security),
    ...(Object.keys(host.tmpfs).length > 0 ? { Tmpfs: host.tmpfs } : {}),
    UTSMode: "",
    UsernsMode: "",
    ShmSize: 67108864,
    Runtime: "runc",
    Isolation: "",
    CpuShares: host.cpuShares,
    Memory: host.memory,
    NanoCpus: host.nanoCpus,
    CgroupParent: "",
    CpusetCpus: host.cpuset,
    CpusetMems: "",
    MemoryReservation: host.memoryReservation,
    MemorySwap: host.memorySwap,
    MemorySwappiness: null,
    OomKillDisable: false,
    PidsLimit: host.pids || null,
    ...(host.init ? { Init: true } : {}),
  };
}

const linkJson = (link: string, name: string) => {
  const [target = "", alias = target] = link.split(":");
  return `/${target}:/${name}/${alias}`;
};

function configJson(container: Container): Record<string, unknown> {
  const { config } = container;
  const keys = (list: readonly string[]) => Object.fromEntries(list.map((one) => [one, {}]));
  return {
    Hostname: config.hostname,
    Domainname: "",
    User: config.user,
    AttachStdin: false,
    AttachStdout: false,
    AttachStderr: false,
    ...(config.exposed.length > 0 ? { ExposedPorts: keys(config.exposed) } : {}),
    Tty: config.tty,
    OpenStdin: config.stdin,
    StdinOnce: false,
    Env: [...config.env],
    Cmd: config.cmd && [...config.cmd],
    ...(config.healthcheck === null ? {} : { Healthcheck: config.healthcheck }),
    Image: container.image,
    Volumes: config.volumes.length > 0 ? keys(config.volumes) : null,
    WorkingDir: config.workdir,
    Entrypoint: config.entrypoint && [...config.entrypoint],
    OnBuild: null,
    Labels: config.labels,
    ...(config.stopSignal === "" ? {} : { StopSignal: config.stopSignal }),
    ...(config.stopTimeout === null ? {} : { StopTimeout: config.stopTimeout }),
  };
}

function mountsJson({ mounts }: Container): unknown[] {
  return mounts.map(({ type, name, source, target, ro, long }) => ({
    Type: type,
    ...(name === undefined ? {} : { Name: name }),
    Source: source,
    Destination: target,
    ...(type === "volume" ? { Driver: "local" } : {}),
    Mode: type === "tmpfs" ? "" : ro ? "ro" : type === "volume" && long ? "z" : "",
    RW: !ro,
    Propagation: type === "bind" ? "rprivate" : "",
  }));
}

/** A container as the engine's API describes it. */
export function containerJson(
  m: Machine,
  host: string,
  container: Container,
): Record<string, unknown> {
  const words = [...(container.config.entrypoint ?? []), ...(container.config.cmd ?? [])];
  const base = `/var/lib/docker/containers/${container.id}`;
  const networks = Object.keys(container.networks).map(
    (name) => [name, networkJson(m, host, container, name)] as const,
  );
  const bridge = networks.find(([name]) => name === "bridge")?.[1] ?? {};
  const up = container.status === "running" || container.status === "paused";
  return {
    Id: container.id,
    Created: apiTime(container.created),
    Path: words[0] ?? "",
    Args: words.slice(1),
    State: stateJson(container),
    Image: `sha256:${container.imageId}`,
    ResolvConfPath: `${base}/resolv.conf`,
    HostnamePath: `${base}/hostname`,
    HostsPath: `${base}/hosts`,
    LogPath: container.host.logDriver === "json-file" ? `${base}/${container.id}-json.log` : "",
    Name: `/${container.name}`,
    RestartCount: container.restarts,
    Driver: "overlay2",
    Platform: "linux",
    MountLabel: "",
    ProcessLabel: "",
    AppArmorProfile: "",
    ExecIDs:
      container.extras.length > 0
        ? container.extras.map(({ pid }) => `${container.id.slice(0, 60)}${pid}`)
        : null,
    HostConfig: hostConfigJson(container),
    GraphDriver: {
      Name: "overlay2",
      Data: { ID: container.id, MergedDir: `/var/lib/docker/overlay2/${container.id}/merged` },
    },
    Mounts: mountsJson(container),
    Config: configJson(container),
    NetworkSettings: {
      Bridge: "",
      SandboxID: up ? container.id : "",
      SandboxKey: up ? `/var/run/docker/netns/${container.id.slice(0, 12)}` : "",
      Ports: up ? portsJson(container.ports) : {},
      HairpinMode: false,
      EndpointID: bridge.EndpointID ?? "",
      Gateway: bridge.Gateway ?? "",
      IPAddress: bridge.IPAddress ?? "",
      IPPrefixLen: bridge.IPPrefixLen ?? 0,
      MacAddress: bridge.MacAddress ?? "",
      Networks: Object.fromEntries(networks),
    },
  };
}
