import path from "node:path";
import { inScratch, newDatabase } from "#bench/faults/parts/scratch";
import { below, type Figure } from "#bench/figures/figure";
import { closeDatabase } from "#db/client";
import { type Catalog, deckCatalog } from "#server/base/catalog";
import { type HardCase, hardCases } from "./hard-cases";
import { learner } from "./hard-exchange";
import { type Hold, longestHold } from "./longest-hold";

/** No request may hold the event loop for longer, milliseconds. */
const limit = 50;
/** What else the machine does only adds: a case that held it too long is run again, and the least counts. */
const tries = 3;

/** How long single requests hold the event loop that are made to take long. */
export async function heldLoop(): Promise<Figure[]> {
  const catalog = await deckCatalog();
  const figures: Figure[] = [];
  for (const one of hardCases) {
    let held = await holdOf(one, catalog);
    for (let n = 1; n < tries && held.late >= limit; n += 1) {
      const again = await holdOf(one, catalog);
      if (again.late < held.late) held = again;
    }
    figures.push({
      name: `held by ${one.name}`,
      value: held.late,
      unit: "ms",
      bound: { name: "processor", value: held.processor },
      goal: below({ value: held.late, limit, unit: " ms" }),
    });
  }
  return figures;
}

/** How long a case holds the event loop, on a database of its own. */
function holdOf({ prepare }: HardCase, catalog: Catalog): Promise<Hold> {
  return inScratch(async (folder) => {
    const database = await newDatabase(path.join(folder, "a.db"), learner.id);
    const run = await prepare({ database, catalog, now: Date.now() });
    const held = await longestHold(run);
    closeDatabase(database);
    return held;
  });
}
