export type Node = {
  readonly id: string;
  /** The host's number. */
  readonly host: string;
  readonly name: string;
  readonly role: "manager" | "worker";
  readonly availability: "active" | "pause" | "drain";
  readonly state: "ready" | "down" | "unknown";
  readonly leader: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly joined: number;
  readonly address: string;
};

export type PublishedPort = {
  readonly protocol: string;
  readonly target: number;
  readonly published: number;
  readonly mode: string;
};

export type UpdateConfig = {
  readonly parallelism: number;
  readonly delay: number;
  readonly failure: string;
  readonly monitor: number;
  readonly order: string;
  readonly ratio: number;
};

/** What a service asks for. Sizes in bytes, times in nanoseconds. */
export type Spec = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly mode: "replicated" | "global" | "replicatedjob" | "globaljob";
  readonly replicas: number;
  readonly image: string;
  /** The digest that the registry gave for it; empty where it gave none. */
  readonly digest: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly containerLabels: Readonly<Record<string, string>>;
  readonly constraints: readonly string[];
  readonly ports: readonly PublishedPort[];
  readonly networks: readonly string[];
  readonly mounts: readonly {
    readonly type: string;
    readonly source: string;
    readonly target: string;
    readonly ro: boolean;
  }[];
  readonly secrets: readonly string[];
  readonly configs: readonly { readonly name: string; readonly target: string }[];
  readonly cpus: number;
  readonly memory: number;
  readonly reserveCpus: number;
  readonly reserveMemory: number;
  readonly restart: { readonly condition: string; readonly delay: number; readonly max: number };
  readonly update: UpdateConfig | null;
  readonly rollback: UpdateConfig | null;
  readonly endpoint: string;
  readonly user: string;
  readonly workdir: string;
  readonly hostname: string;
  readonly init: boolean;
  readonly force: number;
  readonly aliases: readonly string[];
};

export type Update = {
  readonly state:
    | "updating"
    | "completed"
    | "paused"
    | "rollback_started"
    | "rollback_completed"
    | "rollback_paused";
  /** When the next task is taken up. */
  readonly next: number;
  /** Until when the tasks of this update are watched. */
  readonly until: number;
  readonly message: string;
};

export type Service = {
  readonly id: string;
  readonly spec: Spec;
  readonly previous: Spec | null;
  readonly created: number;
  readonly updated: number;
  readonly version: number;
  readonly update: Update | null;
};

export type TaskState =
  | "new"
  | "pending"
  | "assigned"
  | "accepted"
  | "preparing"
  | "ready"
  | "starting"
  | "running"
  | "complete"
  | "shutdown"
  | "failed"
  | "rejected"
  | "remove"
  | "orphaned";

export type Task = {
  readonly id: string;
  readonly service: string;
  readonly slot: number;
  /** The node's id, empty while none was found. */
  readonly node: string;
  readonly spec: Spec;
  /** Which version of the service it was made of. */
  readonly version: number;
  readonly created: number;
  readonly changed: number;
  readonly desired: "running" | "shutdown" | "ready" | "remove" | "complete";
  readonly state: TaskState;
  readonly error: string;
  readonly exit: number;
  readonly container: string;
  /** Until when it waits before it runs; 0: not at all. */
  readonly waits: number;
  /** A registry was asked for its image, in vain. */
  readonly tried?: true;
  /** When it goes on to its next state; null: not by itself. */
  readonly next: number | null;
};

export type Secret = {
  readonly id: string;
  readonly name: string;
  readonly data: string;
  readonly created: number;
  readonly labels: Readonly<Record<string, string>>;
};

/** A swarm: one for all hosts that are in it. */
export type Cluster = {
  readonly id: string;
  readonly secret: string;
  readonly worker: string;
  readonly manager: string;
  readonly nodes: Readonly<Record<string, Node>>;
  readonly services: Readonly<Record<string, Service>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly secrets: Readonly<Record<string, Secret>>;
  readonly configs: Readonly<Record<string, Secret>>;
  readonly networks: Readonly<Record<string, import("#core/engine/types").Network>>;
};
