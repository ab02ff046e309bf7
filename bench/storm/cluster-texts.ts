import path from "node:path";

/** One PostgreSQL with its Patroni. */
export type Node = { name: string; folder: string; port: number; restPort: number };

/** All on loopback, at ports of their own. */
export type Layout = {
  folder: string;
  /** PostgreSQL's programs. */
  bin: string;
  nodes: readonly Node[];
  etcd: { clients: number; peers: number };
  /** Where the leader is found, whoever that is. */
  balancer: number;
  passwords: { owner: string; replication: string };
};

/**
 * Seconds. A leader that is gone loses its place after `ttl`; Patroni asks that it be at least one
 * loop and two patiences long.
 */
export const times = { ttl: 20, loopWait: 5, retryTimeout: 5 };

const here = "127.0.0.1";

/** The folder of a node's data. */
export const dataOf = ({ folder }: Node) => path.join(folder, "data");

/** How etcd is told all it has to know. */
export function etcdArgs({ folder, etcd }: Layout): string[] {
  const [clients, peers] = [`http://${here}:${etcd.clients}`, `http://${here}:${etcd.peers}`];
  return [
    ...["--name", "storm", "--data-dir", path.join(folder, "etcd", "data")],
    ...["--listen-client-urls", clients, "--advertise-client-urls", clients],
    ...["--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers],
    ...["--initial-cluster", `storm=${peers}`],
  ];
}

/** A node's settings for Patroni: JSON, which is YAML as well. */
export function patroniText(node: Node, layout: Layout): string {
  const rest = `${here}:${node.restPort}`;
  return JSON.stringify(
    {
      scope: "storm",
      namespace: "/mooring/",
      name: node.name,
      restapi: { listen: rest, connect_address: rest },
      etcd3: { hosts: `${here}:${layout.etcd.clients}` },
      bootstrap: {
        dcs: sharedSettings,
        initdb: [{ encoding: "UTF8" }, { locale: "C" }, "data-checksums"],
      },
      postgresql: postgresSettings(node, layout),
    },
    null,
    2,
  );
}

/** A leader answers when its standby has what it wrote; who was not in step is never promoted. */
const sharedSettings = {
  ttl: times.ttl,
  loop_wait: times.loopWait,
  retry_timeout: times.retryTimeout,
  synchronous_mode: true,
  postgresql: { use_pg_rewind: true, use_slots: true },
};

function postgresSettings(node: Node, { bin, passwords }: Layout) {
  const address = `${here}:${node.port}`;
  return {
    listen: address,
    connect_address: address,
    data_dir: dataOf(node),
    bin_dir: bin,
    pgpass: path.join(node.folder, "pgpass"),
    pg_hba: [
      `host all all ${here}/32 scram-sha-256`,
      `host replication replicator ${here}/32 scram-sha-256`,
    ],
    authentication: {
      superuser: { username: "mooring", password: passwords.owner },
      replication: { username: "replicator", password: passwords.replication },
    },
    parameters: {
      password_encryption: "scram-sha-256",
      unix_socket_directories: "",
      // Shared memory in files of the folder: none outlives a server that is killed.
      dynamic_shared_memory_type: "mmap",
    },
    basebackup: [{ checkpoint: "fast" }],
    remove_data_directory_on_rewind_failure: true,
    remove_data_directory_on_diverged_timelines: true,
  };
}

/** One address for whoever leads: HAProxy asks each node's Patroni. */
export function haproxyText({ nodes, balancer }: Layout): string {
  const servers = nodes.map(
    ({ name, port, restPort }) =>
      `  server ${name} ${here}:${port} maxconn 100 check port ${restPort}`,
  );
  return `global
  maxconn 200

defaults
  mode tcp
  timeout connect 2s
  timeout check 2s
  timeout client 30m
  timeout server 30m

listen postgres
  bind ${here}:${balancer}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join("\n")}
`;
}

/** What the app is given as its database. */
export function databaseUrl({ balancer, passwords }: Layout): string {
  return `postgres://mooring:${passwords.owner}@${here}:${balancer}/postgres`;
}
