import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brokenStores } from "#bench/devices/broken-stores";
import { playDevices } from "#bench/devices/play-devices";
import { type Store, startPlayedServer } from "#bench/devices/played-server";
import type { Figure } from "#bench/figures/figure";
import { sync } from "#server/log/sync";

const seeds = 1000;
/** Seeds that each broken store is played with. */
const brokenSeeds = 20;

/** Plays three devices of one learner with many seeds, and with stores that are broken on purpose. */
export async function benchDevices(): Promise<Figure[]> {
  const right = await playSeeds(seeds, () => sync);
  for (const { seed, problems } of right.wrong) console.log(`Seed ${seed}: ${problems.join("; ")}`);
  const none = { words: "0", met: right.wrong.length === 0 };
  const figures: Figure[] = [
    { name: "seeds of three devices played", value: seeds, unit: "seeds" },
    { name: "entries that they wrote", value: right.entries, unit: "entries" },
    {
      name: "seeds that lost, doubled or differed",
      value: right.wrong.length,
      unit: "",
      goal: none,
    },
  ];
  for (const [name, broken] of Object.entries(brokenStores)) {
    const { wrong } = await playSeeds(brokenSeeds, broken);
    const goal = { words: `${brokenSeeds}`, met: wrong.length === brokenSeeds };
    figures.push({ name: `found: a store that ${name}`, value: wrong.length, unit: "seeds", goal });
  }
  return figures;
}

type Wrong = { seed: number; problems: string[] };

async function playSeeds(count: number, makeStore: () => Store) {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-devices-"));
  const server = startPlayedServer(folder);
  const wrong: Wrong[] = [];
  let entries = 0;
  for (let seed = 0; seed < count; seed += 1) {
    const played = await playDevices(seed, { server, store: makeStore() });
    entries += played.entries;
    if (played.problems.length > 0) wrong.push({ seed, problems: played.problems });
  }
  server.close();
  rmSync(folder, { recursive: true, force: true });
  return { wrong, entries };
}
