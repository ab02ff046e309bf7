import type { Cluster } from "#core/engine/cluster-types";
import type { Thread } from "#core/engine/process/types";

/** The engine's own version: a lab says which one it was played on. */
export const engineVersion = 1;

/** A file, a folder, a link, or the mark that something of a lower layer is gone. */
export type FileNode =
  | { readonly t: "f"; readonly x: string; readonly m?: number; readonly u?: string }
  | { readonly t: "d"; readonly m?: number; readonly u?: string }
  | { readonly t: "l"; readonly x: string }
  | { readonly t: "x" };

/** Files by absolute path; "/" itself is never listed. */
export type Files = Readonly<Record<string, FileNode>>;

/** What a health check is; times in nanoseconds, as the engine's API has them. */
export type HealthCheck = {
  readonly Test?: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
};

/** What an image says of the containers made of it. */
export type ImageConfig = {
  readonly cmd: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly env: readonly string[];
  readonly workdir: string;
  readonly user: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly exposed: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string;
  readonly healthcheck: HealthCheck | null;
  readonly onbuild: readonly string[];
  readonly shell: readonly string[] | null;
};

/** One line of an image's history; `layer` says whether it made one. */
export type HistoryLine = {
  readonly by: string;
  readonly created: number;
  readonly comment: string;
  readonly layer: boolean;
  /** Bytes of its layer. */
  readonly size: number;
};

export type Image = {
  readonly id: string;
  readonly created: number;
  /** Ids of its layers, the lowest first. */
  readonly layers: readonly string[];
  readonly config: ImageConfig;
  readonly history: readonly HistoryLine[];
  /** Made by the classic builder or by a commit: the image below it. */
  readonly parent: string;
  readonly comment: string;
  readonly author: string;
};

/** A layer that was made here; those of the registry's images are known without. */
export type Layer = { readonly files: Files; readonly size: number };

export type PortBinding = { readonly ip: string; readonly port: string };
export type Ports = Readonly<Record<string, readonly PortBinding[] | null>>;

export type Mount = {
  readonly type: "volume" | "bind" | "tmpfs";
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly ro: boolean;
  readonly nocopy?: boolean;
  /** Written with --mount. */
  readonly long?: boolean;
  /** Its volume was made without a name for this container. */
  readonly anonymous?: boolean;
};

export type Endpoint = {
  readonly network: string;
  readonly aliases: readonly string[];
  readonly dns: readonly string[];
  readonly links: readonly string[];
  /** Empty while the container does not run. */
  readonly ip: string;
  readonly fixedIp: string;
  readonly endpoint: string;
};

export type HostConfig = {
  readonly network: string;
  readonly publish: Readonly<Record<string, readonly PortBinding[]>>;
  readonly publishAll: boolean;
  readonly restart: { readonly name: string; readonly max: number };
  readonly autoRemove: boolean;
  readonly privileged: boolean;
  readonly readonly: boolean;
  readonly init: boolean;
  readonly memory: number;
  readonly memorySwap: number;
  readonly memoryReservation: number;
  readonly nanoCpus: number;
  readonly cpuShares: number;
  readonly cpuset: string;
  readonly pids: number;
  readonly nofile: number;
  readonly capAdd: readonly string[];
  readonly capDrop: readonly string[];
  readonly logDriver: string;
  readonly logOpts: Readonly<Record<string, string>>;
  readonly tmpfs: Readonly<Record<string, string>>;
  readonly links: readonly string[];
  readonly volumesFrom: readonly string[];
  readonly extraHosts: readonly string[];
  readonly security: readonly string[];
  readonly binds: readonly string[];
};

export type ContainerConfig = Omit<ImageConfig, "onbuild" | "shell"> & {
  readonly hostname: string;
  readonly tty: boolean;
  readonly stdin: boolean;
  readonly stopTimeout: number | null;
};

export type Health = {
  readonly status: "starting" | "healthy" | "unhealthy";
  readonly failing: number;
  readonly next: number;
};

export type Status = "created" | "running" | "paused" | "restarting" | "exited" | "dead";

/** A process that was started in a running container by `exec`, or by the shell in it. */
export type Extra = { readonly pid: number; readonly thread: Thread };

export type Container = {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  /** As it was asked for. */
  readonly image: string;
  readonly imageId: string;
  readonly platform: string;
  readonly config: ContainerConfig;
  readonly host: HostConfig;
  readonly mounts: readonly Mount[];
  readonly networks: Readonly<Record<string, Endpoint>>;
  readonly ports: Ports;
  readonly status: Status;
  readonly pid: number;
  readonly exit: number;
  readonly error: string;
  readonly oom: boolean;
  readonly started: number;
  readonly finished: number;
  readonly restarts: number;
  /** Stopped by hand, so that no policy starts it again. */
  readonly stopped: boolean;
  /** When a policy starts it again. */
  readonly restartAt: number | null;
  readonly health: Health | null;
  readonly thread: Thread | null;
  readonly extras: readonly Extra[];
  /** Which task of a swarm it is. */
  readonly task?: string;
};

export type LogLine = { readonly at: number; readonly from: "o" | "e"; readonly text: string };

export type Volume = {
  readonly name: string;
  readonly driver: string;
  readonly created: number;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>> | null;
  readonly anonymous: boolean;
  readonly files: Files;
};

export type Network = {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly scope: "local" | "swarm";
  readonly created: number;
  readonly subnet: string;
  readonly gateway: string;
  readonly range: string;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
};

/** What a step of a build left behind for the next. */
export type CacheEntry = {
  readonly id: string;
  readonly layer: string | null;
  readonly size: number;
  readonly created: number;
};

/** One entry of what `docker events` tells. */
export type Told = {
  readonly at: number;
  readonly type: string;
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** A shell that is open in the terminal: what is typed next goes to it. */
export type Attached = { readonly container: string; readonly pid: number };

export type Host = {
  readonly name: string;
  readonly ip: string;
  /** The engine does not answer (`kill -STOP`). */
  readonly frozen: boolean;
  readonly shell: {
    readonly cwd: string;
    readonly vars: Readonly<Record<string, string>>;
    readonly exported: readonly string[];
    readonly status: number;
  };
  readonly attached: Attached | null;
  readonly files: Files;
  readonly containers: Readonly<Record<string, Container>>;
  /** The writable layer of each container. */
  readonly upper: Readonly<Record<string, Files>>;
  readonly logs: Readonly<Record<string, readonly LogLine[]>>;
  readonly images: Readonly<Record<string, Image>>;
  /** Image ids by name and tag in their short form ("nginx:latest"). */
  readonly tags: Readonly<Record<string, string>>;
  /** Image ids by name and digest ("nginx@sha256:..."). */
  readonly digests: Readonly<Record<string, string>>;
  readonly layers: Readonly<Record<string, Layer>>;
  readonly cache: Readonly<Record<string, CacheEntry>>;
  readonly volumes: Readonly<Record<string, Volume>>;
  readonly networks: Readonly<Record<string, Network>>;
  readonly contexts: Readonly<
    Record<string, { readonly host: string; readonly description: string }>
  >;
  readonly context: string;
  /** Who is logged in where. */
  readonly logins: Readonly<Record<string, string>>;
  readonly told: readonly Told[];
};

/** What was pushed: by repository and tag, with all that an image needs. */
export type Pushed = Readonly<
  Record<string, { readonly image: Image; readonly layers: Readonly<Record<string, Layer>> }>
>;

/** Everything there is. A JSON value; only `apply` makes the next one. */
export type State = {
  readonly version: number;
  readonly seed: number;
  /** How many names and ids were made. */
  readonly serial: number;
  /** Milliseconds since 1970: the moment up to which everything has happened. */
  readonly now: number;
  readonly hosts: Readonly<Record<string, Host>>;
  /** What was pushed to Docker Hub and to registries of one's own ("localhost:5000/x:1"). */
  readonly pushed: Pushed;
  /** Whether web servers note each request in their logs, as the official images do. */
  readonly requestLog: boolean;
  readonly cluster: Cluster | null;
};

/**
 * One change: the value at a path of the state before and after it; null where nothing is. `did`
 * says in words what happened to it, for the picture and for those who read the events.
 */
export type Event = {
  readonly path: readonly string[];
  readonly was: unknown;
  readonly is: unknown;
  readonly did?: string;
};

/** A line that is typed, where and when. */
export type Line = {
  readonly text: string;
  /** The moment in milliseconds since 1970. What lies before it has happened by then. */
  readonly at: number;
  /** The host's number, "1" where none is named. */
  readonly host?: string;
  /** Whether the line is typed at a terminal. */
  readonly tty?: boolean;
  /** What is typed while the line's program reads from the terminal, up to its end. */
  readonly typed?: string;
};

/** What a line did. */
export type Result = {
  readonly events: readonly Event[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  /** How long it took, in milliseconds of the state's own time. */
  readonly ms: number;
  /** Why the line is not modelled; the events are empty then. */
  readonly unmodelled?: string;
};
