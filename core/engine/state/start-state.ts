import {
  engineVersion,
  type FileNode,
  type Host,
  type Network,
  type State,
} from "#core/engine/types";
import { digestOf } from "./ids";

const folder: FileNode = { t: "d" };

export const homeFolder = "/home/ada";
export const labFolder = "/home/ada/lab";

const hostFiles: Readonly<Record<string, FileNode>> = {
  "/home": folder,
  [homeFolder]: folder,
  [labFolder]: folder,
  "/tmp": folder,
  "/etc": folder,
  "/srv": folder,
  "/var": folder,
  "/root": folder,
  "/usr": folder,
  "/bin": folder,
  "/dev": folder,
  "/etc/hostname": { t: "f", x: "node1\n" },
  "/etc/hosts": { t: "f", x: "127.0.0.1 localhost\n" },
  "/etc/os-release": {
    t: "f",
    x: 'PRETTY_NAME="Debian GNU/Linux forky/sid"\nNAME="Debian GNU/Linux"\nID=debian\n',
  },
};

const fixedNetworks = [
  { name: "none", driver: "null", subnet: "", gateway: "" },
  { name: "host", driver: "host", subnet: "", gateway: "" },
  { name: "bridge", driver: "bridge", subnet: "172.17.0.0/16", gateway: "172.17.0.1" },
];

function networksOf(seed: number, host: string, at: number): Record<string, Network> {
  const list = fixedNetworks.map((one, i): [string, Network] => {
    const id = digestOf(`${seed}/${host}/network/${one.name}`);
    const rest = { scope: "local", created: at - 1000 + i, range: "", internal: false } as const;
    const options: Record<string, string> =
      one.name === "bridge" ? { "com.docker.network.bridge.name": "docker0" } : {};
    const flags = { attachable: false, ingress: false, labels: {}, options };
    return [id, { id, ...one, ...rest, ...flags }];
  });
  return Object.fromEntries(list);
}

function startHost(seed: number, number: string, at: number): Host {
  const files = { ...hostFiles, "/etc/hostname": { t: "f", x: `node${number}\n` } as const };
  return {
    name: `node${number}`,
    ip: `192.168.65.1${number}`,
    frozen: false,
    shell: {
      cwd: labFolder,
      vars: {
        HOME: homeFolder,
        PWD: labFolder,
        USER: "ada",
        TERM: "xterm",
        LANG: "C.UTF-8",
        PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        DOCKER_CLI_HINTS: "false",
      },
      exported: ["HOME", "PWD", "TERM", "LANG", "PATH", "DOCKER_CLI_HINTS"],
      status: 0,
    },
    attached: null,
    files,
    containers: {},
    upper: {},
    logs: {},
    images: {},
    tags: {},
    digests: {},
    layers: {},
    cache: {},
    volumes: {},
    networks: networksOf(seed, number, at),
    contexts: {},
    context: "default",
    logins: {},
    told: [],
  };
}

/** What a prepared host begins with. */
export type Start = {
  /** Decides ids, digests and made-up names: 0 to 2^32 - 1. */
  seed: number;
  /** Milliseconds since 1970. */
  at: number;
  /** How many hosts there are on the local network: 1 to 3. */
  hosts?: number;
  /** Whether web servers note requests in their logs; the recorded ones do not. */
  requestLog?: boolean;
};

/** Hosts with nothing on them but an engine, and an empty folder in which the terminal stands. */
export function startState({ seed, at, hosts = 1, requestLog = false }: Start): State {
  const numbers = Array.from({ length: hosts }, (_, index) => String(index + 1));
  return {
    version: engineVersion,
    seed: seed >>> 0,
    serial: 0,
    now: at,
    hosts: Object.fromEntries(numbers.map((number) => [number, startHost(seed, number, at)])),
    pushed: {},
    requestLog,
    cluster: null,
  };
}
