import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#scripts/free-port";
import { asPostgres, giveToPostgres } from "#scripts/postgres-user";
import {
  databaseUrl,
  dataOf,
  etcdArgs,
  haproxyText,
  type Layout,
  type Node,
  patroniText,
} from "./cluster-texts";
import type { Programs } from "./programs";
import { isInStep, type Role } from "./roles";

/** Two PostgreSQL of which one leads, behind one address. */
export type Cluster = {
  url: string;
  /** Resolves once one leads and the other has all that it wrote. */
  whole: () => Promise<void>;
  /** Kills the leader and its Patroni as `kill -9` does. */
  killLeader: () => Promise<KilledLeader>;
  /** The last words of each program. */
  lastWords: () => string;
  end: () => Promise<void>;
};

export type KilledLeader = {
  /** The moment, in milliseconds of `performance.now`. */
  at: number;
  otherLeads: () => Promise<void>;
  startAgain: () => void;
};

/** Milliseconds for a cluster to come to what is waited for. */
const patience = 180_000;
const pollMs = 100;

type Command = { name: string; program: string; args: readonly string[] };
type Start = (command: Command) => ChildProcess;

/** Starts a cluster in a folder below the temp folder. It ends with this process, however that ends. */
export async function startCluster(programs: Programs): Promise<Cluster> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "mooring-storm-")));
  const endAll = sweepAtEnd(folder);
  const layout = await layOut(folder, programs.postgres);
  ownFolder(folder);
  for (const name of ["etcd", "haproxy", ...layout.nodes.map((node) => node.name)]) {
    mkdirSync(path.join(folder, name), { mode: 0o700 });
    ownFolder(path.join(folder, name));
  }
  const start = starterIn(layout);
  start({ name: "etcd", program: programs.etcd, args: etcdArgs(layout) });
  const patronis = new Map(
    layout.nodes.map((node) => [node, startPatroni({ node, layout, start, programs })]),
  );
  const settings = writeOwn(path.join(folder, "haproxy", "haproxy.cfg"), haproxyText(layout));
  start({ name: "haproxy", program: programs.haproxy, args: ["-db", "-f", settings] });
  const lastWords = () => wordsOf(layout);
  const until = untilIn(lastWords);
  return {
    url: databaseUrl(layout),
    whole: () => until("one leads and the other is in step", () => isWhole(layout)),
    killLeader: async () => {
      const leader = await leaderOf(layout);
      if (!leader) throw new Error(`Nobody leads.\n${lastWords()}`);
      const server = serverOf(leader);
      const at = performance.now();
      patronis.get(leader)?.kill("SIGKILL");
      process.kill(server, "SIGKILL");
      return {
        at,
        otherLeads: () =>
          until("another leads", async () => {
            const now = await leaderOf(layout);
            return now !== undefined && now !== leader;
          }),
        startAgain: () => {
          patronis.set(leader, startPatroni({ node: leader, layout, start, programs }));
        },
      };
    },
    lastWords,
    end: endAll,
  };
}

/** Whatever works in the folder ends with this process, and the folder goes. */
function sweepAtEnd(folder: string): () => Promise<void> {
  const sweep = spawn(process.execPath, [path.resolve("bench/storm/sweep.mjs"), folder], {
    stdio: ["pipe", "ignore", "inherit"],
    // A signal to the bench's whole group is none to who cleans up after it.
    detached: true,
  });
  const gone = new Promise<void>((resolve) => sweep.once("exit", () => resolve()));
  return () => {
    sweep.stdin.end();
    return gone;
  };
}

async function layOut(folder: string, bin: string): Promise<Layout> {
  const nodes: Node[] = [];
  const used = new Set<number>();
  const port = async (): Promise<number> => {
    const free = await freePort();
    if (used.has(free)) return port();
    used.add(free);
    return free;
  };
  for (const name of ["one", "two"]) {
    nodes.push({
      ...{ name, folder: path.join(folder, name) },
      ...{ port: await port(), restPort: await port() },
    });
  }
  const etcd = { clients: await port(), peers: await port() };
  const passwords = { owner: secret(), replication: secret() };
  return { folder, bin, nodes, etcd, balancer: await port(), passwords };
}

const secret = () => randomBytes(18).toString("base64url");

function ownFolder(place: string): void {
  chmodSync(place, 0o700);
  giveToPostgres(place);
}

function writeOwn(file: string, text: string): string {
  writeFileSync(file, text, { mode: 0o600 });
  giveToPostgres(file);
  return file;
}

const logOf = (folder: string, name: string) => path.join(folder, name, "said.log");

/** Programs get what they need of the environment: settings of the shell are none of theirs. */
function starterIn({ folder, bin }: Layout): Start {
  return ({ name, program, args }) => {
    const said = openSync(logOf(folder, name), "a", 0o600);
    const env: NodeJS.ProcessEnv = {
      ...{ NODE_ENV: "production", LANG: "C.UTF-8", HOME: path.join(folder, name) },
      PATH: [bin, "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin"].join(path.delimiter),
    };
    const child = spawn(program, args, {
      ...asPostgres(),
      cwd: path.join(folder, name),
      env,
      stdio: ["ignore", said, said],
      detached: true,
    });
    child.on("error", (error) => console.error(`${name} could not be started: ${error.message}`));
    closeSync(said);
    return child;
  };
}

type Patroni = { node: Node; layout: Layout; start: Start; programs: Programs };

function startPatroni({ node, layout, start, programs }: Patroni): ChildProcess {
  const file = writeOwn(path.join(node.folder, "patroni.yml"), patroniText(node, layout));
  return start({ name: node.name, program: programs.patroni, args: [file] });
}

/** The process that all of a PostgreSQL hangs on. */
function serverOf(node: Node): number {
  const file = path.join(dataOf(node), "postmaster.pid");
  const id = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!(id > 1)) throw new Error(`${file} names no process.`);
  return id;
}

/** Whether a node's Patroni says yes. */
async function says({ restPort }: Node, what: "primary" | "synchronous"): Promise<boolean> {
  const asked = { method: "OPTIONS", signal: AbortSignal.timeout(2_000) };
  const response = await fetch(`http://127.0.0.1:${restPort}/${what}`, asked).catch(() => null);
  return response?.status === 200;
}

async function leaderOf({ nodes }: Layout): Promise<Node | undefined> {
  const leads = await Promise.all(nodes.map((node) => says(node, "primary")));
  return nodes.find((_, n) => leads[n]);
}

async function isWhole({ nodes }: Layout): Promise<boolean> {
  const roleOf = async (node: Node): Promise<Role> => ({
    leads: await says(node, "primary"),
    isSynchronous: await says(node, "synchronous"),
  });
  return isInStep(await Promise.all(nodes.map(roleOf)));
}

function untilIn(lastWords: () => string) {
  return async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + patience; !(await isSo()); await sleep(pollMs)) {
      if (Date.now() > end) throw new Error(`It did not come to it that ${what}.\n${lastWords()}`);
    }
  };
}

function wordsOf({ folder, nodes }: Layout): string {
  const names = ["etcd", "haproxy", ...nodes.map(({ name }) => name)];
  return names
    .map((name) => {
      const said = readFileSync(logOf(folder, name), "utf8").trimEnd().split("\n");
      return `${name}:\n${said.slice(-12).join("\n")}`;
    })
    .join("\n");
}
