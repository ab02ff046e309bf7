import type { HealthCheck } from "#core/engine/types";

export type Dependency = { condition: string; required: boolean };
export type ServiceMount = {
  type: "volume" | "bind" | "tmpfs";
  source: string;
  target: string;
  ro: boolean;
};
export type ServiceNetwork = { aliases: string[]; ip: string };
export type ServicePort = { target: string; ip: string; published: string; protocol: string };

export type Service = {
  name: string;
  image: string;
  build: {
    context: string;
    dockerfile: string;
    args: Record<string, string>;
    target: string;
  } | null;
  command: string[] | null;
  entrypoint: string[] | null;
  environment: Record<string, string | null>;
  dependsOn: Record<string, Dependency>;
  ports: ServicePort[];
  expose: string[];
  mounts: ServiceMount[];
  tmpfs: string[];
  networks: Record<string, ServiceNetwork>;
  networkMode: string;
  links: string[];
  containerName: string;
  hostname: string;
  user: string;
  workdir: string;
  restart: string;
  labels: Record<string, string>;
  healthcheck: HealthCheck | null;
  profiles: string[];
  scale: number;
  stopSignal: string;
  stopGrace: number | null;
  tty: boolean;
  stdin: boolean;
  init: boolean;
  readonly: boolean;
  privileged: boolean;
  memory: number;
  cpus: number;
  extraHosts: string[];
  capAdd: string[];
  capDrop: string[];
  secrets: string[];
  configs: string[];
  deploy: Record<string, unknown>;
  pullPolicy: string;
};

export type ProjectVolume = {
  key: string;
  name: string;
  external: boolean;
  driver: string;
  labels: Record<string, string>;
};
export type ProjectNetwork = {
  key: string;
  name: string;
  external: boolean;
  driver: string;
  internal: boolean;
  attachable: boolean;
  subnet: string;
  labels: Record<string, string>;
};

export type Project = {
  name: string;
  folder: string;
  files: string[];
  services: Record<string, Service>;
  /** Services whose profile was not asked for. */
  disabled: Record<string, Service>;
  volumes: Record<string, ProjectVolume>;
  networks: Record<string, ProjectNetwork>;
  secrets: Record<string, { file: string; external: boolean }>;
};

/** What `up` and its like are asked for. */
export type UpWish = {
  names: readonly string[];
  scale: Readonly<Record<string, number>>;
  forceRecreate: boolean;
  noRecreate: boolean;
  noDeps: boolean;
  removeOrphans: boolean;
  build: boolean;
  noStart: boolean;
  wait: boolean;
  dryRun: boolean;
  pull: string;
};
