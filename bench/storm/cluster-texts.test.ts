import { expect, it } from "vitest";
import {
  databaseUrl,
  etcdArgs,
  haproxyText,
  type Layout,
  patroniText,
  times,
} from "./cluster-texts";

const layout: Layout = {
  folder: "/tmp/storm-1",
  bin: "/usr/lib/postgresql/15/bin",
  nodes: [
    { name: "one", folder: "/tmp/storm-1/one", port: 40_001, restPort: 40_002 },
    { name: "two", folder: "/tmp/storm-1/two", port: 40_003, restPort: 40_004 },
  ],
  etcd: { clients: 40_005, peers: 40_006 },
  balancer: 40_007,
  passwords: { owner: "owner's-secret", replication: "replica's-secret" },
};

const patronis = () => layout.nodes.map((node) => patroniText(node, layout));
const all = () => [...patronis(), haproxyText(layout), etcdArgs(layout).join(" ")].join("\n");

it("is on loopback alone, at its own ports, in its own folder", () => {
  const addresses = [...all().matchAll(/\b(\d+\.\d+\.\d+\.\d+)(?::(\d+))?/g)];
  expect(addresses.length).toBeGreaterThan(10);
  expect(new Set(addresses.map(([, host]) => host))).toEqual(new Set(["127.0.0.1"]));
  const ports = addresses.flatMap(([, , port]) => (port ? [Number(port)] : []));
  expect([...new Set(ports)].sort()).toEqual([
    40_001, 40_002, 40_003, 40_004, 40_005, 40_006, 40_007,
  ]);
  const folders = [...all().matchAll(/\/tmp\/[^\s",]+/g)].map(([folder]) => folder);
  expect(folders.length).toBeGreaterThan(4);
  for (const folder of folders) expect(folder).toMatch(/^\/tmp\/storm-1\//);
});

it("commits on both, and promotes nobody who was not in step", () => {
  for (const text of patronis()) {
    const { bootstrap } = JSON.parse(text);
    expect(bootstrap.dcs.synchronous_mode).toBe(true);
    expect(text).not.toMatch(/fsync|synchronous_commit|full_page_writes/);
  }
});

it("gives Patroni times that it takes: one loop and two patiences before a leader's place is free", () => {
  expect(times.loopWait + 2 * times.retryTimeout).toBeLessThanOrEqual(times.ttl);
});

it("asks each node's own Patroni who leads, and cuts those who are at one that does not", () => {
  const text = haproxyText(layout);
  expect(text).toContain("server one 127.0.0.1:40001 maxconn 100 check port 40002");
  expect(text).toContain("server two 127.0.0.1:40003 maxconn 100 check port 40004");
  expect(text).toContain("OPTIONS /primary");
  expect(text).toContain("shutdown-sessions");
});

it("tells passwords to Patroni's own files alone, and the owner's to the app", () => {
  expect(haproxyText(layout) + etcdArgs(layout).join(" ")).not.toContain("secret");
  expect(databaseUrl(layout)).toBe("postgres://mooring:owner's-secret@127.0.0.1:40007/postgres");
});
