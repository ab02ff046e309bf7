import { renameSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { isMainThread } from "node:worker_threads";

// Loaded into a server under measurement. At each SIGUSR2 it collects what is not in use any more,
// and writes to the file BENCH_MEMORY what is, and who made of that what came since the last time.

/** Bytes from one object that is looked at to the next. */
const samplingInterval = 65_536;

const file = process.env.BENCH_MEMORY;
if (isMainThread && file) {
  const session = new Session();
  let isFirst = true;
  process.on("SIGUSR2", () => {
    if (isFirst) session.connect();
    void tell({ session, file, isFirst });
    isFirst = false;
  });
}

/** @param {{ session: Session, file: string, isFirst: boolean }} options */
async function tell({ session, file, isFirst }) {
  // What waits for a finalizer in the first round goes in the second.
  for (let round = 0; round < 2; round += 1) await session.post("HeapProfiler.collectGarbage");
  const usage = process.memoryUsage();
  const made = isFirst ? null : (await session.post("HeapProfiler.stopSampling")).profile.head;
  await session.post("HeapProfiler.startSampling", { samplingInterval });
  writeFileSync(`${file}.part`, JSON.stringify({ usage, made }));
  renameSync(`${file}.part`, file);
}
