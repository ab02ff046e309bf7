import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sync } from "#server/log/sync";
import { brokenStores } from "./broken-stores";
import { playDevices } from "./play-devices";
import { type PlayedServer, startPlayedServer } from "./played-server";

/** Few seeds: the bench plays a thousand. */
const seeds = Array.from({ length: 4 }, (_, seed) => seed);

describe("three devices of one learner", { timeout: 240_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-devices-"));
  let server: PlayedServer;

  beforeAll(() => {
    server = startPlayedServer(folder);
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lose nothing, double nothing and come to the fold of all that they wrote", async () => {
    for (const seed of seeds) {
      const { problems, entries } = await playDevices(seed, { server, store: sync });
      expect({ seed, problems }).toEqual({ seed, problems: [] });
      expect(entries).toBeGreaterThanOrEqual(200);
    }
  });

  it("send again what a server lost that was put back from a backup", async () => {
    const apart = startPlayedServer(mkdtempSync(path.join(folder, "restored-")));
    for (const seed of [0, 1]) {
      const { problems } = await playDevices(seed, { server: apart, store: sync, restores: true });
      expect({ seed, problems }).toEqual({ seed, problems: [] });
    }
    apart.close();
  });

  it("are found out of step when they hear of no other history", async () => {
    const apart = startPlayedServer(mkdtempSync(path.join(folder, "unheard-")));
    const deaf: typeof sync = async (...asked) => {
      const answer = await sync(...asked);
      return answer && { ...answer, history: "" };
    };
    const { problems } = await playDevices(1, { server: apart, store: deaf, restores: true });
    expect(problems.join()).toContain("lost: ");
    apart.close();
  });

  it.each(Object.keys(brokenStores))("are found out of step by a store that %s", async (name) => {
    const broken = brokenStores[name];
    if (!broken) throw new Error(`There is no such store: ${name}`);
    const apart = startPlayedServer(mkdtempSync(path.join(folder, "broken-")));
    for (const seed of [1, 2]) {
      const { problems } = await playDevices(seed, { server: apart, store: broken() });
      expect(problems).not.toEqual([]);
    }
    apart.close();
  });

  it("are found out of step when nothing that is damaged is mended", async () => {
    const apart = startPlayedServer(mkdtempSync(path.join(folder, "unmended-")));
    const comparer = async () => ({ verdict: "equal" }) as const;
    for (const seed of [1, 2]) {
      const { problems } = await playDevices(seed, { server: apart, store: sync, comparer });
      expect(problems.join()).toMatch(/device \d (lacks entries|has other)/);
    }
    apart.close();
  });
});
