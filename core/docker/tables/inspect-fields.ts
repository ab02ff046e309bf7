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

const set = (fields: string) => new Set(fields.split(" "));

/** Fields with what is in them, both as they are asked for: `State`, `State.` and `State.Status`. */
const deep = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).flatMap(([field, names]) => [
    field,
    `${field}.`,
    ...names.split(" ").map((name) => `${field}.${name}`),
  ]);

const swarmObject = "ID Meta Version CreatedAt UpdatedAt Spec";
const file = { Spec: "Name Labels Data Driver Templating" };

/** What the engine says of an object, by kind: at the first level, and for some fields deeper. */
const kinds: Readonly<Record<string, ReadonlySet<string>>> = {
  container: set([container, ...deep(inside)].join(" ")),
  image: set(image),
  network: set(network),
  volume: set(volume),
  node: set(
    [
      `${swarmObject} ManagerStatus`,
      ...deep({
        Spec: "Name Labels Role Availability",
        Description: "Hostname Platform Resources Engine TLSInfo CSIInfo",
        Status: "State Message Addr",
      }),
    ].join(" "),
  ),
  service: set(
    [
      `${swarmObject} PreviousSpec Endpoint UpdateStatus ServiceStatus JobStatus`,
      ...deep({
        Spec: "Name Labels TaskTemplate Mode UpdateConfig RollbackConfig Networks EndpointSpec",
      }),
    ].join(" "),
  ),
  task: set(
    `${swarmObject} Name Labels ServiceID Slot NodeID Status DesiredState NetworksAttachments GenericResources JobIteration Volumes Spec. Spec.ContainerSpec Spec.PluginSpec Spec.NetworkAttachmentSpec Spec.Resources Spec.RestartPolicy Spec.Placement Spec.Networks Spec.LogDriver Spec.ForceUpdate Spec.Runtime`,
  ),
  secret: set([swarmObject, ...deep(file)].join(" ")),
  config: set([swarmObject, ...deep(file)].join(" ")),
  plugin: set(
    [
      "Id ID Name Enabled Settings PluginReference",
      ...deep({
        Config:
          "Args Description DockerVersion Documentation Entrypoint Env Interface IpcHost Linux Mounts Network PidHost PropagatedMount User WorkDir rootfs",
      }),
    ].join(" "),
  ),
};

const everything = Object.values(kinds).flatMap((fields) => [...fields]);

/** What only kinds have whose deeper fields are known; an image's Config is part of a container's. */
const known = /^(?:State|NetworkSettings|Config)\./;

/**
 * The fields that a template of `inspect` may ask for. A name without its kind may be that of
 * anything, so the fields of all kinds are taken then.
 */
export const inspectFields: Readonly<Record<string, ReadonlySet<string>>> = {
  ...kinds,
  "": new Set(everything.filter((field) => !field.includes(".") || known.test(field))),
};
