import { spawnSync } from "node:child_process";
import path from "node:path";
import { findPrograms, type Places, type Programs, systemsPlaces } from "./programs";
import { putRight, standIn } from "./stand-in";

/** What is asked of the system: a test has one of its own. */
export type System = {
  places: Places;
  /** The folder that all others are below. */
  root: string;
  /** Processes are found by where they work, which Linux tells. */
  isLinux: boolean;
  isRoot: boolean;
  run: (command: string, args: readonly string[]) => { isDone: boolean; said: string };
};

const thisSystem: System = {
  places: systemsPlaces,
  root: "/",
  isLinux: process.platform === "linux",
  isRoot: process.getuid?.() === 0,
  run: (command, args) => {
    const env: NodeJS.ProcessEnv = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8", env });
    return { isDone: status === 0, said: (error?.message ?? stderr ?? "").trim().slice(-2_000) };
  },
};

/** Debian's packages; its PostgreSQL is 15, a later Debian has a later one by the general name. */
const packages: Record<keyof Programs, readonly string[]> = {
  patroni: ["patroni"],
  haproxy: ["haproxy"],
  etcd: ["etcd-server"],
  postgres: ["postgresql-15", "postgresql"],
};

/** What Debian would start with the machine from then on, and nobody asked for. */
const services: Partial<Record<keyof Programs, string>> = {
  patroni: "patroni",
  haproxy: "haproxy",
  etcd: "etcd",
};

/** Whoever may start something while packages are installed: nobody. */
const startNothing = "exit 101";
/** Where Debian's package looks before it makes a cluster `main`. */
const makeNoCluster = "create_main_cluster = false";

/**
 * The programs of the storm. What is lacking is installed where that may be, which starts nothing,
 * makes no cluster and leaves the system's settings as they were.
 * @throws in words, with what is lacking, where it may not be installed
 */
export function readyPrograms(system: System = thisSystem): Programs {
  if (!system.isLinux) throw new Error("The storm runs on Linux alone.");
  if (system.isRoot) for (const file of Object.values(guards(system.root))) putRight(file);
  const before = findPrograms(system.places);
  if (before.lacking.length > 0) install(before.lacking, system);
  const { programs, lacking } = findPrograms(system.places);
  if (!isWhole(programs)) throw new Error(`${needs(lacking)} They are still not there.`);
  return programs;
}

const isWhole = (programs: Partial<Programs>): programs is Programs =>
  Object.keys(packages).every((name) => name in programs);

function needs(lacking: readonly (keyof Programs)[]): string {
  const names = lacking.map((name) => (name === "postgres" ? "PostgreSQL's server" : name));
  const first = lacking.map((name) => packages[name][0]).join(" ");
  return `The storm lacks ${names.join(", ")}. On Debian: apt-get install ${first}.`;
}

function install(lacking: readonly (keyof Programs)[], system: System): void {
  const { isRoot, run } = system;
  if (!isRoot) throw new Error(`${needs(lacking)} To install that takes root.`);
  if (!run("apt-get", ["--version"]).isDone) {
    throw new Error(`${needs(lacking)} There is no apt-get here.`);
  }
  console.log(`Installing what the storm lacks: ${lacking.join(", ")}.`);
  quietly(system, () => {
    run("apt-get", ["update"]);
    for (const name of lacking) installOne(name, { lacking, system });
  });
  for (const name of lacking) {
    const service = services[name];
    if (service) run("update-rc.d", [service, "disable"]);
  }
}

function installOne(
  name: keyof Programs,
  { lacking, system }: { lacking: readonly (keyof Programs)[]; system: System },
): void {
  let said = "";
  for (const one of packages[name]) {
    const tried = system.run("apt-get", ["install", "-y", "--no-install-recommends", one]);
    if (tried.isDone) return;
    said = tried.said;
  }
  throw new Error(`${needs(lacking)} apt-get could not install ${name}: ${said}`);
}

/** The files that say what may be started, and whether a cluster is made. */
const guards = (root: string) => ({
  policy: path.join(root, "usr/sbin/policy-rc.d"),
  clusters: path.join(root, "etc/postgresql-common/createcluster.d/mooring-storm.conf"),
});

/** Nothing is started and no cluster is made meanwhile. */
function quietly({ root }: System, run: () => void): void {
  const { policy, clusters } = guards(root);
  const restore = [
    standIn(policy, { first: "#!/bin/sh\n", text: startNothing, mode: 0o755 }),
    standIn(clusters, { first: "", text: makeNoCluster, mode: 0o644 }),
  ];
  try {
    run();
  } finally {
    for (const one of restore) one();
  }
}
