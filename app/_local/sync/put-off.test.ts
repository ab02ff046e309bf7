import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { SyncRequest, SyncResponse } from "#core/log/sync-types";
import { defaultSettings } from "#core/scheduling/settings";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { currentLearner } from "#local/store/learner";
import {
  appendToLearner,
  closeLearner,
  learnerDatabase,
  openLearner,
  writesDone,
} from "#local/store/learner-store";
import { readUnsent } from "#local/store/local-log";
import { endSyncing, syncNow } from "./sync";

const account = { id: "learner", email: "learner@example.com" };
const bodies: string[] = [];
let isFull = true;

/** A server that says its day is full, and later takes what comes. */
async function answer(_: string, { body }: { body: string }): Promise<Response> {
  bodies.push(body);
  const problem = { error: "wait", message: "No more for now.", seconds: 3600 };
  const headers = { "retry-after": "3600" };
  if (isFull) return Response.json(problem, { status: 429, headers });
  const { entries } = JSON.parse(body) as SyncRequest;
  const results = entries.map(({ id }) => ({ id, status: "stored" as const }));
  const told = { history: "", cursor: bodies.length, states: [], entries: [], from: 0 };
  return Response.json({
    ...{ ...told, account, results, settings: defaultSettings },
  } satisfies SyncResponse);
}

beforeEach(async () => {
  vi.stubGlobal("localStorage", sampleStorage({ "mooring.account": JSON.stringify(account) }));
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("fetch", answer);
  await openLearner();
});

afterEach(async () => {
  await endSyncing();
  await closeLearner();
  await deleteLocalDatabase(account.id);
  vi.unstubAllGlobals();
});

const unsent = async () => (await readUnsent(await learnerDatabase(), 100)).map(({ id }) => id);

it("what a server puts off is kept, and sent again in requests of 400 kB", async () => {
  const ids = Array.from({ length: 20 }, (_, n) => `long-${n}`);
  for (const id of ids) {
    const value = "x".repeat(50_000);
    appendToLearner([{ type: "setting", id, at: 1, key: "ofANewerVersion", value }], []);
  }
  await writesDone();
  expect(await syncNow()).toBe("full");
  expect([currentLearner()?.sync, currentLearner()?.unsent]).toEqual(["full", 20]);
  expect(await unsent()).toEqual(ids);
  isFull = false;
  expect(await syncNow()).toBe("done");
  expect(await unsent()).toEqual([]);
  expect(bodies).toHaveLength(4);
  expect(bodies[1]).toBe(bodies[0]);
  for (const body of bodies) expect(body.length).toBeLessThan(400_000 + 1_000);
  const sent = bodies.slice(1).flatMap((body) => (JSON.parse(body) as SyncRequest).entries);
  expect(sent.map(({ id }) => id)).toEqual(ids);
});
