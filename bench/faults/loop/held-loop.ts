import path from "node:path";
import { inScratch, newDatabase } from "#bench/faults/parts/scratch";
import { below, type Figure } from "#bench/figures/figure";
import { closeDatabase } from "#db/client";
import { deckCatalog } from "#server/base/catalog";
import { hardCases } from "./hard-cases";
import { learner } from "./hard-exchange";
import { longestHold } from "./longest-hold";

/** No request may hold the event loop for longer, milliseconds. */
const limit = 50;

/** How long single requests hold the event loop that are made to take long. */
export async function heldLoop(): Promise<Figure[]> {
  const catalog = await deckCatalog();
  const figures: Figure[] = [];
  for (const { name, prepare } of hardCases) {
    const held = await inScratch(async (folder) => {
      const database = await newDatabase(path.join(folder, "a.db"), learner.id);
      const run = await prepare({ database, catalog, now: Date.now() });
      const longest = await longestHold(run);
      closeDatabase(database);
      return longest;
    });
    figures.push({
      name: `held by ${name}`,
      value: held.late,
      unit: "ms",
      bound: { name: "processor", value: held.processor },
      goal: below({ value: held.late, limit, unit: " ms" }),
    });
  }
  return figures;
}
