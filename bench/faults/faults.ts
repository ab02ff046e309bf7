import type { Part } from "#bench/figures/part";
import { accessMatrix } from "./access/access-matrix";
import { heldLoop } from "./loop/held-loop";
import { crowdOfLogIns } from "./runs/crowd-of-log-ins";
import { cutWal } from "./runs/cut-wal";
import { exportOfMillion } from "./runs/export-of-million";
import { killStorm } from "./runs/kill-storm";
import { smallDisk } from "./runs/small-disk";
import { strangers } from "./runs/strangers";
import { twoDozenClients } from "./runs/two-dozen-clients";
import { steadyUse } from "./steady/steady-use";
import { xssRun } from "./xss/xss-run";

/**
 * What `npm run bench:faults` runs: faults that a server must stand, each with the figure to reach.
 * A run stands in ./runs or in a room of its own, what several of them need in ./parts.
 */
export const faults: Record<string, Part> = {
  loop: { alone: heldLoop },
  disk: { alone: smallDisk },
  wal: { alone: cutWal },
  processes: { run: twoDozenClients },
  kill: { run: killStorm, takes: "reviews" },
  export: { run: exportOfMillion },
  access: { run: accessMatrix },
  xss: { run: xssRun },
  crowd: { run: crowdOfLogIns },
  strangers: { run: strangers },
  steady: { run: steadyUse, takes: "minutes" },
};
