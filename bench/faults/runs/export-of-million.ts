import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Builds } from "#bench/app/app-copy";
import { residentMegabytes, startApp } from "#bench/app/server-process";
import { below, type Figure, none } from "#bench/figures/figure";
import { countEntries, signIn } from "#bench/learners/account";
import { longLearner, longLearnerFile } from "#bench/learners/long-learner";

const sampleMs = 200;
/** What an export may add to the server's memory, megabytes. */
const limit = 60;

/** The export of a learner of a million reviews: how long, how large, and what memory it takes. */
export async function exportOfMillion({ app, scratch }: Builds): Promise<Figure[]> {
  const dataDir = path.join(scratch, "export");
  const file = path.join(dataDir, "mooring.db");
  mkdirSync(dataDir, { recursive: true });
  await longLearnerFile(file);
  const cookie = await signIn(file, longLearner.id);
  const server = await startApp(app, dataDir);
  await fetch(`${server.url}/api/health`).then((response) => response.arrayBuffer());
  const before = residentMegabytes(server.pid);
  let most = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, residentMegabytes(server.pid));
      await sleep(sampleMs);
    }
  })();
  const begun = performance.now();
  const { bytes, entries } = await read(`${server.url}/api/account/export`, cookie);
  const seconds = (performance.now() - begun) / 1000;
  isOver = true;
  await watching;
  await server.stop();
  const more = most - before;
  const missing = countEntries(file) - entries;
  return [
    { name: "export: entries", value: entries, unit: "entries" },
    {
      ...{ name: "export: entries that it lacks", value: missing, unit: "" },
      goal: none(missing),
    },
    { name: "export: size", value: bytes / 1e6, unit: "MB" },
    { name: "export: time", value: seconds, unit: "s" },
    {
      name: "export: memory that it adds",
      value: more,
      unit: "MB",
      goal: below({ value: more, limit, unit: " MB" }),
    },
  ];
}

/** Takes the file piece by piece and counts its entries; throws where it does not end well. */
async function read(url: string, cookie: string): Promise<{ bytes: number; entries: number }> {
  const response = await fetch(url, { headers: { cookie, "accept-encoding": "identity" } });
  if (!response.ok || !response.body) throw new Error(`The export answered ${response.status}.`);
  const decoder = new TextDecoder();
  let bytes = 0;
  let entries = 0;
  let line = "";
  let last = "";
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    const lines = (line + decoder.decode(chunk, { stream: true })).split("\n");
    line = lines.pop() ?? "";
    entries += lines.filter(isEntry).length;
    last = lines.at(-1) ?? last;
  }
  if (line !== "" || last !== "}") throw new Error("The export broke off.");
  return { bytes, entries };
}

/** Whether a line is an entry's: whole, with what the server noted of it. */
function isEntry(line: string): boolean {
  return line.includes('"server":{') && /\}\},?$/.test(line);
}
