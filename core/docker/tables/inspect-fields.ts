const container =
  "Id ID Created Path Args State Image ResolvConfPath HostnamePath HostsPath LogPath Name RestartCount Driver Platform MountLabel ProcessLabel AppArmorProfile ExecIDs HostConfig GraphDriver SizeRw SizeRootFs Mounts Config NetworkSettings Storage ImageManifestDescriptor";
const image =
  "Id ID RepoTags RepoDigests Parent Comment Created DockerVersion Author Config Architecture Variant Os OsVersion Size VirtualSize GraphDriver RootFS Metadata Descriptor Manifests Container ContainerConfig";
const network =
  "Name Id ID Created Scope Driver EnableIPv4 EnableIPv6 IPAM Internal Attachable Ingress ConfigFrom ConfigOnly Containers Options Labels Peers Services";
const volume =
  "CreatedAt Driver Labels Mountpoint Name Options Scope Status UsageData ClusterVolume";

/** The parts of a container that are asked for most, two levels deep. */
const inside: Readonly<Record<string, string>> = {
  State:
    "Status Running Paused Restarting OOMKilled Dead Pid ExitCode Error StartedAt FinishedAt Health",
  NetworkSettings:
    "Bridge SandboxID SandboxKey Ports HairpinMode LinkLocalIPv6Address LinkLocalIPv6PrefixLen SecondaryIPAddresses SecondaryIPv6Addresses EndpointID Gateway GlobalIPv6Address GlobalIPv6PrefixLen IPAddress IPPrefixLen IPv6Gateway MacAddress Networks",
  Config:
    "Hostname Domainname User AttachStdin AttachStdout AttachStderr ExposedPorts Tty OpenStdin StdinOnce Env Cmd Healthcheck ArgsEscaped Image Volumes WorkingDir Entrypoint NetworkDisabled MacAddress OnBuild Labels StopSignal StopTimeout Shell",
};

const deepContainer = Object.entries(inside)
  .flatMap(([field, fields]) => [
    `${field}.`,
    ...fields.split(" ").map((name) => `${field}.${name}`),
  ])
  .join(" ");

const set = (fields: string) => new Set(fields.split(" "));

/** What the engine says of an object at the first level, by kind; others are not checked. */
export const inspectFields: Readonly<Record<string, ReadonlySet<string>>> = {
  container: set(`${container} ${deepContainer}`),
  image: set(image),
  network: set(network),
  volume: set(volume),
};
