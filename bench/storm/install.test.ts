import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readyPrograms, type System } from "./install";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "mooring-install-"));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (file: string) => path.join(root, file);

function put(file: string, text = ""): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  chmodSync(at(file), 0o755);
}

const postgres = ["initdb", "postgres", "pg_basebackup", "pg_rewind", "pg_controldata"];
const filesOf: Record<string, string[]> = {
  patroni: ["usr/bin/patroni"],
  haproxy: ["usr/sbin/haproxy"],
  "etcd-server": ["usr/bin/etcd"],
  postgresql: postgres.map((name) => `usr/lib/postgresql/17/bin/${name}`),
};

/** A Debian whose packages are few files; what it is asked, and what stood there meanwhile. */
function debian({ isRoot = true, has = Object.keys(filesOf) } = {}) {
  const asked: string[] = [];
  const policies: string[] = [];
  const clusters: string[] = [];
  const run: System["run"] = (command, args) => {
    asked.push([command, ...args].join(" "));
    if (args[0] !== "install") return { isDone: true, said: "" };
    policies.push(readFileSync(at("usr/sbin/policy-rc.d"), "utf8"));
    const settings = at("etc/postgresql-common/createcluster.d/mooring-storm.conf");
    clusters.push(readFileSync(settings, "utf8"));
    const name = args.at(-1) ?? "";
    if (!has.includes(name)) return { isDone: false, said: `Unable to locate package ${name}` };
    for (const file of filesOf[name] ?? []) put(file);
    return { isDone: true, said: "" };
  };
  const places = { folders: [at("usr/bin"), at("usr/sbin")], versions: at("usr/lib/postgresql") };
  const system: System = { places, root, isLinux: true, isRoot, run };
  return { system, asked, policies, clusters };
}

const allFiles = () =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => !/^usr/.test(name));

it("installs what is lacking and nothing else, while nothing may start and no cluster is made", () => {
  put("usr/sbin/haproxy");
  const { system, asked, policies, clusters } = debian();
  const programs = readyPrograms(system);
  expect(programs).toEqual({
    ...{ patroni: at("usr/bin/patroni"), haproxy: at("usr/sbin/haproxy") },
    ...{ etcd: at("usr/bin/etcd"), postgres: at("usr/lib/postgresql/17/bin") },
  });
  const installed = asked
    .filter((one) => one.includes(" install "))
    .map((one) => one.split(" ").at(-1));
  expect(installed).toEqual(["patroni", "etcd-server", "postgresql-15", "postgresql"]);
  expect(asked).toContain("update-rc.d etcd disable");
  expect(asked).not.toContain("update-rc.d haproxy disable");
  for (const policy of policies) expect(policy).toMatch(/^#!\/bin\/sh\n.*\nexit 101\n$/);
  for (const text of clusters) expect(text).toMatch(/^create_main_cluster = false$/m);
  expect(existsSync(at("usr/sbin/policy-rc.d"))).toBe(false);
  expect(allFiles()).toEqual([]);
});

it("leaves the system's own settings as they were, also where a package cannot be had", () => {
  put("usr/sbin/policy-rc.d", "theirs");
  put("etc/postgresql-common/createcluster.conf", "theirs, too");
  const { system } = debian({ has: ["patroni"] });
  expect(() => readyPrograms(system)).toThrow(/haproxy, etcd.*Unable to locate package haproxy/);
  expect(readFileSync(at("usr/sbin/policy-rc.d"), "utf8")).toBe("theirs");
  expect(readdirSync(at("usr/sbin"))).toEqual(["policy-rc.d"]);
  expect(allFiles().sort()).toEqual([
    ...["etc", "etc/postgresql-common", "etc/postgresql-common/createcluster.conf"],
  ]);
});

it("puts right what a run has left that was killed while it installed", () => {
  put("usr/sbin/policy-rc.d", "theirs");
  const killed = debian();
  const { run } = killed.system;
  const files = new Map<string, string>();
  const watching: System["run"] = (command, args) => {
    const given = run(command, args);
    const during = args[0] === "install" ? readdirSync(at("usr/sbin")) : [];
    for (const name of during) {
      files.set(`usr/sbin/${name}`, readFileSync(at(`usr/sbin/${name}`), "utf8"));
    }
    return given;
  };
  readyPrograms({ ...killed.system, run: watching });
  // What stood there in the middle of it.
  for (const [file, text] of files) put(file, text);
  expect(readFileSync(at("usr/sbin/policy-rc.d"), "utf8")).not.toBe("theirs");
  const { system, asked } = debian();
  readyPrograms(system);
  expect(asked).toEqual([]);
  expect(readFileSync(at("usr/sbin/policy-rc.d"), "utf8")).toBe("theirs");
  expect(readdirSync(at("usr/sbin")).sort()).toEqual(["haproxy", "policy-rc.d"]);
});

it("says what is lacking and how to install it where it may not, and asks the system nothing", () => {
  put("usr/bin/etcd");
  const { system, asked } = debian({ isRoot: false });
  expect(() => readyPrograms(system)).toThrow(
    "The storm lacks patroni, haproxy, PostgreSQL's server. On Debian: apt-get install patroni haproxy postgresql-15. To install that takes root.",
  );
  expect(asked).toEqual([]);
});

it("says so where it cannot tell which processes are its own", () => {
  const { system, asked } = debian();
  expect(() => readyPrograms({ ...system, isLinux: false })).toThrow("runs on Linux alone");
  expect(asked).toEqual([]);
});

it("takes no PostgreSQL that lacks one of its programs", () => {
  const { system } = debian({ isRoot: false });
  for (const name of ["usr/bin/patroni", "usr/bin/haproxy", "usr/bin/etcd"]) put(name);
  for (const name of postgres) put(`usr/lib/postgresql/9/bin/${name}`);
  for (const name of postgres.slice(1)) put(`usr/lib/postgresql/18/bin/${name}`);
  expect(readyPrograms(system).postgres).toBe(at("usr/lib/postgresql/9/bin"));
  rmSync(at("usr/lib/postgresql/9"), { recursive: true });
  expect(() => readyPrograms(system)).toThrow("lacks PostgreSQL's server");
});
