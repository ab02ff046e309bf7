import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { defaultSettings } from "#core/scheduling/settings";
import type { Result } from "./plans";
import type { Share } from "./play-share";
import { tables } from "./tables";
import { everyone } from "./truths/people";

const { values } = parseArgs({
  options: {
    share: { type: "string", default: "1" },
    minutes: { type: "string", default: "3,6,10" },
    retention: { type: "string", default: `${defaultSettings.desiredRetention}` },
  },
});
const learners = Math.round(everyone * Number(values.share));
const minutes = values.minutes.split(",").map(Number);
const retention = Number(values.retention);
if (!(learners >= 1 && learners <= everyone) || !minutes.every((one) => one > 0)) {
  console.error("--share is a part of 1, --minutes a list as 3,6,10.");
  process.exit(2);
}

const from = performance.now();
const processes = availableParallelism();
const shares = Array.from({ length: processes }, (_, first) => played(first));
const results = (await Promise.all(shares)).flat();
const taken = ((performance.now() - from) / 60_000).toFixed(1);
console.log(`${learners} learners, desired retention ${retention}, ${taken} min\n`);
console.log(tables(results));

/** What the learners of one process came to; rejects where it ends before it has played them all. */
function played(first: number): Promise<Result[]> {
  const share: Share = { first, step: processes, learners, minutes, retention };
  const child = fork(join(import.meta.dirname, "play-share.ts"));
  const found: Result[] = [];
  child.on("message", (results: Result[]) => found.push(...results));
  child.send(share);
  return new Promise((resolve, reject) => {
    child.on("exit", (code) =>
      code === 0 ? resolve(found) : reject(new Error(`a process ended with ${code}`)),
    );
  });
}
