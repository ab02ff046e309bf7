import path from "node:path";
import { pathToFileURL } from "node:url";
import { isSound, logProblems } from "#bench/faults/parts/check-log";
import { inScratch } from "#bench/faults/parts/scratch";
import { type Figure, none } from "#bench/figures/figure";
import { reviewStream } from "#bench/learners/review-stream";
import type { SyncResponse } from "#core/log/sync-types";
import { addUser } from "#db/users";
import { deckCatalog } from "#server/base/catalog";
import { database } from "#server/base/database";
import { openSession } from "#server/session/session";

const learner = "small";
/** Pages of 4 kB: as a file system of 4 MB would leave them. */
const mostPages = 1000;
const perRequest = 50;
/** Requests that are still sent once one was put off. */
const afterFull = 20;

/** A database that fills its disk: what is told to be stored is, the rest is put off, and it recovers. */
export async function smallDisk(): Promise<Figure[]> {
  return inScratch(async (folder) => {
    process.env.DATA_DIR = path.join(folder, "data");
    const data = database();
    if (data.engine !== "sqlite") throw new Error("This fault is one of a database file.");
    const user = { id: learner, email: "small@example.com", passwordHash: "", createdAt: 0 };
    await addUser(data, user);
    const cookie = `mooring.session=${await openSession(data, { userId: learner, now: Date.now() })}`;
    data.$client.pragma(`max_page_count = ${mostPages}`);
    const { deck } = await deckCatalog();
    const stream = reviewStream({ deck, device: "d", seed: 1, from: Date.now() - 4e10 });
    const next = () => Array.from({ length: perRequest }, () => stream.next().value);
    const told = { acknowledged: 0, putOff: 0, other: 0, readsDead: 0 };
    const late: unknown[][] = [];
    while (late.length < afterFull) {
      const entries = next();
      const { status, stored } = await post(cookie, entries);
      told.acknowledged += stored;
      if (status === 503) late.push(entries);
      if (status === 503) told.putOff += 1;
      else if (status !== 200) told.other += 1;
      if (late.length > 0 && !(await isReadable(cookie))) told.readsDead += 1;
    }
    const rows = () => Number(data.$client.prepare("select count(*) from entries").pluck().get());
    const missing = told.acknowledged - rows();
    data.$client.pragma("max_page_count = 1000000");
    let after = 0;
    for (const entries of late) after += (await post(cookie, entries)).stored;
    const problems = await logProblems(data, learner);
    const unsound = isSound(data) ? 0 : 1;
    data.$client.close();
    const figure = (name: string, value: number): Figure => {
      return { name: `4 MB: ${name}`, value, unit: "", goal: none(value) };
    };
    return [
      { name: "4 MB: acknowledged", value: told.acknowledged, unit: "reviews" },
      { name: "4 MB: put off with 503", value: told.putOff, unit: "requests" },
      figure("acknowledged and no row", missing),
      figure("answers that are neither 200 nor 503", told.other),
      figure("pages and exchanges without entries that failed", told.readsDead),
      figure("not stored once there was room", late.length * perRequest - after),
      figure("no fold of the log", problems.length),
      figure("integrity faults", unsound),
    ];
  });
}

async function post(
  cookie: string,
  entries: unknown[],
): Promise<{ status: number; stored: number }> {
  const { POST } = await route();
  const body = JSON.stringify({ account: learner, device: "d", since: 0, entries });
  const headers = { "content-type": "application/json", cookie };
  const request = new Request("http://localhost/api/sync", { method: "POST", body, headers });
  const response = await POST(request);
  const answer: unknown = await response.json();
  if (response.status !== 200) return { status: response.status, stored: 0 };
  const { results } = answer as SyncResponse;
  const stored = results.filter(({ status }) => status === "stored").length;
  return { status: response.status, stored };
}

type Route = { POST: (request: Request) => Promise<Response> };

/** The route itself, as the app has it. */
async function route(): Promise<Route> {
  return (await import(pathToFileURL(path.resolve("app/api/sync/route.ts")).href)) as Route;
}

async function isReadable(cookie: string): Promise<boolean> {
  return (await post(cookie, [])).status === 200;
}
