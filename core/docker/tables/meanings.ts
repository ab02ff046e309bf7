/**
 * What each command asks for. scripts/docker-spec.ts writes it into the flag tables, which is what
 * the grader loads; this is where it is edited. `args` names its arguments in order: `name` as it is, `image@` an
 * image in its full spelling, `*` any number in any order, `+` any number in their order. `flags`
 * lists the flags that do not simply mean their value:
 *   own      read together with others by the command's own rule
 *   none     no effect on anything that can be told apart
 *   client   only the client notices
 *   output   changes what is printed, not what is asked
 *   keep     counts even where it says the usual or nothing
 *   order    a list whose order matters
 *   signal path lower image platform caps hosts   spelled in several ways
 */
export type Meaning = { action: string; args: string; flags?: string; looks?: Look };

/** How a command that only looks prints: the template its rows have with --quiet. */
export type Look = { quiet?: string; fields?: string; cut?: string };

const create =
  "detach:own attach:own interactive:own tty:own detach-keys:own sig-proxy:client quiet:client kernel-memory:client env:own env-file:own label:own label-file:own publish:own expose:own volume:own mount:own tmpfs:own network:own network-alias:own ip:own ip6:own link-local-ip:own mac-address:own link:own health-cmd:own health-interval:own health-timeout:own health-start-period:own health-start-interval:own health-retries:own no-healthcheck:own entrypoint:own restart:own memory-swap:own memory:own pull:own name:own volumes-from:order dns:order dns-search:order cap-add:caps cap-drop:caps device:own ulimit:own log-opt:options storage-opt:options sysctl:options annotation:options cidfile:own stop-signal:signal stop-timeout:keep workdir:own platform:own disable-content-trust:own gpus:order add-host:hosts security-opt:own pid:own uts:own userns:own cgroupns:own ipc:own";

const restart = "signal:signal timeout:own time:own";

const prune = "force:own filter:own all:own";

const listing = "format:own quiet:own no-trunc:own";

const service =
  "publish-rm:own constraint-rm:own env-add:own label-add:own container-label-add:own publish-add:own mount-add:own network-add:own secret-add:own config-add:own constraint-add:own env-rm:own label-rm:own container-label-rm:own mount-rm:own network-rm:own ulimit-add:own detach:own quiet:client env:own env-file:own label:own container-label:own publish:own mount:own network:own image:own mode:own replicas:own name:own constraint:own dns:order dns-add:once dns-search:order dns-search-add:once dns-option-add:once host-add:once cap-add:own cap-drop:own health-cmd:own health-interval:own health-timeout:own health-start-period:own health-start-interval:own health-retries:own no-healthcheck:own entrypoint:own args:own log-opt:own ulimit:own no-resolve-image:own with-registry-auth:own endpoint-mode:own secret:own config:own stop-grace-period:nonzero isolation:nonzero max-concurrent:own update-delay:own update-failure-action:own update-max-failure-ratio:own update-monitor:own update-order:own update-parallelism:own rollback-delay:own rollback-failure-action:own rollback-max-failure-ratio:own rollback-monitor:own rollback-order:own rollback-parallelism:own restart-condition:own restart-delay:own restart-max-attempts:own restart-window:own sysctl:pairs placement-pref:order placement-pref-add:order generic-resource:order rollback:own host:set log-driver:own stop-signal:scalar";

export const meanings: Readonly<Record<string, Meaning>> = {
  "container run": { action: "run container", args: "own", flags: create },
  "container create": { action: "create container", args: "own", flags: create },
  "container exec": {
    action: "execute in container",
    args: "container command+",
    flags: "detach:own interactive:own env:own env-file:own",
  },
  "container ls": {
    action: "list containers",
    args: "",
    flags: `${listing} all:own last:own latest:own size:own`,
    looks: {
      quiet: "{{.ID}}",
      fields:
        "ID Names Image Command CreatedAt RunningFor Ports State Status Size Labels Label LocalVolumes Mounts Networks HealthStatus Platform",
      cut: "ID Command Mounts",
    },
  },
  "container attach": {
    action: "attach to container",
    args: "container",
    flags: "no-stdin:client sig-proxy:client",
  },
  "container commit": {
    action: "commit container",
    args: "container",
    flags: "change:own pause:keepOff",
  },
  "container cp": {
    action: "copy files",
    args: "own",
    flags: "archive:client quiet:client follow-link:own",
  },
  "container diff": { action: "list changed files", args: "container" },
  "container export": { action: "export container", args: "container", flags: "output:own" },
  "container inspect": { action: "inspect containers", args: "containers*", flags: "format:own" },
  "container kill": { action: "kill containers", args: "containers*", flags: "signal:own" },
  "container logs": {
    action: "show logs",
    args: "container",
    flags: "since:own until:own",
  },
  "container pause": { action: "pause containers", args: "containers*" },
  "container port": { action: "show ports", args: "own" },
  "container prune": { action: "prune containers", args: "", flags: prune },
  "container rename": { action: "rename container", args: "container name" },
  "container restart": { action: "restart containers", args: "containers*", flags: restart },
  "container rm": { action: "remove containers", args: "containers*" },
  "container start": {
    action: "start containers",
    args: "containers*",
    flags: "attach:own interactive:own detach-keys:own",
  },
  "container stats": {
    action: "show statistics",
    args: "containers*",
    flags: "format:own no-trunc:own all:own",
    looks: {
      fields: "Container Name ID CPUPerc MemUsage NetIO BlockIO MemPerc PIDs",
      cut: "ID",
    },
  },
  "container stop": { action: "stop containers", args: "containers*", flags: restart },
  "container top": { action: "list processes", args: "own" },
  "container unpause": { action: "unpause containers", args: "containers*" },
  "container update": {
    action: "update containers",
    args: "containers*",
    flags: "restart:own",
  },
  "container wait": { action: "wait for containers", args: "containers*" },
  "image build": {
    action: "build image",
    args: "own",
    flags:
      "file:own tag:images build-arg:own label:pairs compress:client disable-content-trust:client iidfile:own add-host:set ulimit:own platform:lower",
  },
  "image history": {
    action: "show history",
    args: "image@",
    flags: `${listing} human:output platform:platform`,
    looks: {
      quiet: "{{.ID}}",
      fields: "ID CreatedSince CreatedAt CreatedBy Size Comment",
      cut: "ID CreatedBy",
    },
  },
  "image import": {
    action: "import image",
    args: "own",
    flags: "change:own platform:lower",
  },
  "image inspect": {
    action: "inspect images",
    args: "images@*",
    flags: "format:own platform:platform",
  },
  "image load": {
    action: "load images",
    args: "",
    flags: "input:own quiet:client platform:platform",
  },
  "image ls": {
    action: "list images",
    args: "own",
    flags: `${listing} digests:own`,
    looks: {
      quiet: "{{.ID}}",
      fields:
        "ID Repository Tag Digest CreatedSince CreatedAt Size Containers VirtualSize SharedSize UniqueSize",
      cut: "ID",
    },
  },
  "image prune": { action: "prune images", args: "", flags: prune },
  "image pull": {
    action: "pull image",
    args: "own",
    flags: "all-tags:own quiet:client platform:lower disable-content-trust:own",
  },
  "image push": {
    action: "push image",
    args: "own",
    flags: "all-tags:own quiet:client platform:platform disable-content-trust:own",
  },
  "image rm": { action: "remove images", args: "images@*", flags: "platform:platforms" },
  "image save": { action: "save images", args: "images@*", flags: "output:own platform:platform" },
  "image tag": { action: "tag image", args: "own" },
  login: { action: "log in", args: "own", flags: "username:own password:own password-stdin:own" },
  logout: { action: "log out", args: "own" },
  search: {
    action: "search images",
    args: "term",
    flags: "format:own no-trunc:own",
    looks: { fields: "Name Description StarCount IsOfficial IsAutomated", cut: "Description" },
  },
  version: {
    action: "show version",
    args: "",
    flags: "format:own",
    looks: { fields: versionFields() },
  },
  "system info": { action: "show information", args: "", flags: "format:own" },
  "system df": {
    action: "show disk usage",
    args: "",
    flags: "format:own verbose:output",
    looks: { fields: "Type TotalCount Active Size Reclaimable" },
  },
  "system events": {
    action: "show events",
    args: "",
    flags: "format:own since:own until:own",
    looks: { fields: "Status ID From Type Action Actor Scope Time TimeNano" },
  },
  "system prune": { action: "prune system", args: "", flags: `${prune} volumes:own` },
  "builder prune": { action: "prune build cache", args: "", flags: "force:own" },
  inspect: { action: "inspect", args: "own", flags: "format:own type:own size:own" },
  "volume create": {
    action: "create volume",
    args: "own",
    flags:
      "name:own label:pairs secret:client topology-preferred:client topology-required:client type:own scope:own sharing:own availability:own group:own limit-bytes:own required-bytes:own",
  },
  "volume inspect": { action: "inspect volumes", args: "volumes*", flags: "format:own" },
  "volume ls": {
    action: "list volumes",
    args: "",
    flags: `${listing} cluster:output`,
    looks: {
      quiet: "{{.Name}}",
      fields: "Name Driver Scope Mountpoint Labels Label Links Size Availability Group Status",
    },
  },
  "volume prune": { action: "prune volumes", args: "", flags: prune },
  "volume rm": { action: "remove volumes", args: "volumes*" },
  "network connect": {
    action: "connect network",
    args: "network container",
    flags: "driver-opt:own link:set alias:csvset",
  },
  "network create": {
    action: "create network",
    args: "network",
    flags: "label:pairs ipv4:keep subnet:own gateway:own ip-range:own aux-address:own",
  },
  "network disconnect": { action: "disconnect network", args: "network container" },
  "network inspect": { action: "inspect networks", args: "networks*", flags: "format:own" },
  "network ls": {
    action: "list networks",
    args: "",
    flags: listing,
    looks: {
      quiet: "{{.ID}}",
      fields: "ID Name Driver Scope IPv4 IPv6 Internal Labels Label CreatedAt",
      cut: "ID",
    },
  },
  "network prune": { action: "prune networks", args: "", flags: prune },
  "network rm": { action: "remove networks", args: "networks*", flags: "force:client" },
  "swarm init": {
    action: "start swarm",
    args: "",
    flags:
      "advertise-addr:own listen-addr:own availability:own default-addr-pool:csvset cert-expiry:keep dispatcher-heartbeat:keep task-history-limit:keep snapshot-interval:keep external-ca:own",
  },
  "swarm join": {
    action: "join swarm",
    args: "own",
    flags: "advertise-addr:own listen-addr:own availability:own",
  },
  "swarm join-token": { action: "show join token", args: "own", flags: "quiet:own rotate:own" },
  "swarm leave": { action: "leave swarm", args: "" },
  "swarm update": {
    action: "update swarm",
    args: "",
    flags:
      "autolock:own cert-expiry:keep dispatcher-heartbeat:keep task-history-limit:keep snapshot-interval:keep max-snapshots:keep external-ca:own",
  },
  "swarm unlock-key": { action: "show unlock key", args: "", flags: "quiet:own rotate:own" },
  "swarm unlock": { action: "unlock swarm", args: "" },
  "swarm ca": {
    action: "show root certificate",
    args: "",
    flags: "detach:client quiet:client rotate:own cert-expiry:keep external-ca:own",
  },
  "node ls": {
    action: "list nodes",
    args: "",
    flags: listing,
    looks: {
      quiet: "{{.ID}}",
      fields: "ID Self Hostname Status Availability ManagerStatus TLSStatus EngineVersion",
    },
  },
  "node ps": {
    action: "list tasks of nodes",
    args: "own",
    flags: `${listing}`,
    looks: taskLook(),
  },
  "node inspect": { action: "inspect nodes", args: "nodes*", flags: "format:own pretty:own" },
  "node promote": { action: "update nodes", args: "own" },
  "node demote": { action: "update nodes", args: "own" },
  "node rm": { action: "remove nodes", args: "nodes*" },
  "node update": {
    action: "update nodes",
    args: "own",
    flags: "role:own availability:own label-add:own label-rm:own",
  },
  "service create": { action: "create service", args: "own", flags: service },
  "service update": {
    action: "update services",
    args: "own",
    flags: `${service} health-start-interval:client isolation:client max-concurrent:client`,
  },
  "service scale": { action: "update services", args: "own", flags: "detach:own" },
  "service rollback": {
    action: "roll back service",
    args: "service",
    flags: "detach:own quiet:client",
  },
  "service rm": { action: "remove services", args: "services*" },
  "service ls": {
    action: "list services",
    args: "",
    flags: listing,
    looks: { quiet: "{{.ID}}", fields: "ID Name Mode Replicas Image Ports" },
  },
  "service ps": {
    action: "list tasks of services",
    args: "services*",
    flags: `${listing}`,
    looks: taskLook(),
  },
  "service inspect": {
    action: "inspect services",
    args: "services*",
    flags: "format:own pretty:own",
  },
  "service logs": {
    action: "show logs of service",
    args: "service",
    flags: "since:own until:own no-task-ids:output no-trunc:output details:output",
  },
  "stack deploy": {
    action: "deploy stack",
    args: "stack",
    flags: "compose-file:own detach:own quiet:client resolve-image:own orchestrator:client",
  },
  "stack rm": { action: "remove stacks", args: "stacks*", flags: "detach:own orchestrator:client" },
  "stack ls": {
    action: "list stacks",
    args: "",
    flags: "format:own orchestrator:noted",
    looks: { fields: "Name Services" },
  },
  "stack ps": {
    action: "list tasks of stack",
    args: "stack",
    flags: `${listing} orchestrator:noted`,
    looks: taskLook(),
  },
  "stack services": {
    action: "list services",
    args: "own",
    flags: `${listing} orchestrator:noted`,
    looks: { quiet: "{{.ID}}", fields: "ID Name Mode Replicas Image Ports" },
  },
  "stack config": {
    action: "show stack file",
    args: "",
    flags: "compose-file:own skip-interpolation:client orchestrator:noted",
  },
  "secret create": { action: "create secret", args: "own", flags: "label:pairs" },
  "config create": { action: "create config", args: "own", flags: "label:pairs" },
  "secret inspect": { action: "inspect secrets", args: "secrets*", flags: "format:own pretty:own" },
  "config inspect": { action: "inspect configs", args: "configs*", flags: "format:own pretty:own" },
  "secret rm": { action: "remove secrets", args: "secrets*" },
  "config rm": { action: "remove configs", args: "configs*" },
  "secret ls": {
    action: "list secrets",
    args: "",
    flags: listing,
    looks: { quiet: "{{.ID}}", fields: "ID Name Driver CreatedAt UpdatedAt Labels Label" },
  },
  "config ls": {
    action: "list configs",
    args: "",
    flags: listing,
    looks: { quiet: "{{.ID}}", fields: "ID Name CreatedAt UpdatedAt Labels Label" },
  },
  "context ls": {
    action: "list contexts",
    args: "",
    flags: listing,
    looks: {
      quiet: "{{.Name}}",
      fields: "Name Description DockerEndpoint Current Error ContextType",
    },
  },
  "context show": { action: "show context", args: "" },
  "context use": { action: "use context", args: "context" },
  "context create": { action: "create context", args: "context" },
  "context update": { action: "update context", args: "context" },
  "context inspect": { action: "inspect contexts", args: "contexts*", flags: "format:own" },
  "context rm": { action: "remove contexts", args: "contexts*" },
  "context export": { action: "export context", args: "context archive" },
  "context import": { action: "import context", args: "context archive" },
  "plugin install": {
    action: "install plugin",
    args: "plugin@ settings*",
    flags: "grant-all-permissions:client disable-content-trust:client",
  },
  "plugin ls": {
    action: "list plugins",
    args: "",
    flags: listing,
    looks: {
      quiet: "{{.ID}}",
      fields: "ID Name Description Enabled PluginReference",
      cut: "ID Description",
    },
  },
  "plugin inspect": { action: "inspect plugins", args: "plugins*", flags: "format:own" },
  "plugin enable": { action: "enable plugin", args: "plugin" },
  "plugin disable": { action: "disable plugin", args: "plugin" },
  "plugin rm": { action: "remove plugins", args: "plugins*" },
  "plugin set": { action: "set plugin", args: "plugin settings*" },
  "plugin create": { action: "create plugin", args: "plugin folder", flags: "compress:client" },
  "plugin push": {
    action: "push plugin",
    args: "plugin@",
    flags: "disable-content-trust:client",
  },
  "plugin upgrade": {
    action: "upgrade plugin",
    args: "plugin remote@",
    flags: "grant-all-permissions:client skip-remote-check:client disable-content-trust:client",
  },
  "checkpoint create": { action: "create checkpoint", args: "container checkpoint" },
  "checkpoint ls": { action: "list checkpoints", args: "container" },
  "checkpoint rm": { action: "remove checkpoint", args: "container checkpoint" },
  "manifest create": { action: "create manifest list", args: "manifest-list@ manifests@*" },
  "manifest annotate": { action: "annotate manifest", args: "manifest-list@ manifest@" },
  "manifest inspect": { action: "inspect manifest", args: "own", flags: "verbose:output" },
  "manifest push": { action: "push manifest list", args: "manifest-list@" },
  "manifest rm": { action: "remove manifest lists", args: "manifest-lists@*" },
  "trust inspect": { action: "inspect signatures", args: "images@*", flags: "pretty:output" },
  "trust sign": { action: "sign image", args: "image@" },
  "trust revoke": { action: "revoke signature", args: "image@", flags: "yes:client" },
  "trust key generate": { action: "generate signing key", args: "name" },
  "trust key load": { action: "load signing key", args: "key" },
  "trust signer add": { action: "add signer", args: "signer repositories*" },
  "trust signer remove": {
    action: "remove signer",
    args: "signer repositories*",
    flags: "force:client",
  },
  "volume update": { action: "update volume", args: "volume" },
};

/** What a template of `docker version` may ask for, two levels deep. */
function versionFields(): string {
  const both = "Platform Version APIVersion GitCommit GoVersion Os Arch BuildTime".split(" ");
  const client = [...both, "DefaultAPIVersion", "Context"].map((field) => `Client.${field}`);
  const server = [...both, "Components", "MinAPIVersion", "KernelVersion", "Experimental"];
  const fields = [...client, ...server.map((field) => `Server.${field}`)];
  return ["Client", "Client.", "Server", "Server.", ...fields].join(" ");
}

function taskLook(): Look {
  return {
    quiet: "{{.ID}}",
    fields: "ID Name Image Node DesiredState CurrentState Error Ports",
    cut: "ID Image Error",
  };
}
