import { logProblems } from "#bench/faults/parts/check-log";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { readLog } from "#db/entries";

/** What clients were told is stored, by learner. */
export type Told = ReadonlyMap<string, readonly string[]>;

export type Checked = {
  /** Told to be stored, and not there. */
  lost: number;
  /** There more than once: by id, or at one place of one device. */
  doubled: number;
  /** There, and nobody was told so. */
  untold: number;
  /** In words: states and totals that are not what the log folds to. */
  unfolded: string[];
};

/** Holds what is stored against what clients were told, and against what it folds to. */
export async function checkStored(database: Database, told: Told): Promise<Checked> {
  const checked: Checked = { lost: 0, doubled: 0, untold: 0, unfolded: [] };
  for (const [learner, ids] of told) {
    const { lost, doubled, untold } = compare(await readLog(database, learner), ids);
    checked.lost += lost;
    checked.doubled += doubled;
    checked.untold += untold;
    checked.unfolded.push(...(await logProblems(database, learner)));
  }
  return checked;
}

function compare(log: readonly Entry[], told: readonly string[]) {
  const stored = new Set(log.map(({ id }) => id));
  const places = new Set(log.map(({ device, sequence }) => `${device} ${sequence}`));
  const known = new Set(told);
  return {
    lost: [...known].filter((id) => !stored.has(id)).length,
    doubled: log.length - Math.min(stored.size, places.size),
    untold: [...stored].filter((id) => !known.has(id)).length,
  };
}
