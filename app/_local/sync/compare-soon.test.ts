import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  deleteLocalDatabase,
  type LocalDatabase,
  openLocalDatabase,
} from "#local/browser/local-database";
import { compareSoon, stopComparing } from "./compare-soon";

const tenMinutes = 600_000;
let database: LocalDatabase;
const fetched = vi.fn(async (_path: string, { signal }: RequestInit) => {
  signal?.throwIfAborted();
  return Response.json({ verdict: "equal" });
});

beforeEach(async () => {
  fetched.mockClear();
  vi.stubGlobal("fetch", fetched);
  database = await openLocalDatabase("learner");
  await database.put("meta", 1, "cursor");
});

afterEach(async () => {
  vi.unstubAllGlobals();
  database.close();
  await deleteLocalDatabase("learner");
});

const compare = () => compareSoon({ database, account: "learner", from: 0 });

it("compares after a new device's first sync, and then once in ten minutes", async () => {
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
  const at = (await database.get("meta", "comparedAt")) as number;
  await database.put("meta", at - tenMinutes + 5_000, "comparedAt");
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
  await database.put("meta", at - tenMinutes, "comparedAt");
  await compare();
  expect(fetched).toHaveBeenCalledTimes(2);
});

it("compares again when the clock went far back", async () => {
  await database.put("meta", Date.now() + 3 * tenMinutes, "comparedAt");
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it("has not had its turn when something was still to be asked for", async () => {
  await database.put("meta", { after: 0, before: 1 }, "gap");
  await compare();
  expect(fetched).not.toHaveBeenCalled();
  await database.delete("meta", "gap");
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it("is quiet about a network that goes and a store that is closed", async () => {
  fetched.mockRejectedValueOnce(new TypeError("offline"));
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
  database.close();
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it("asks nothing for whoever leaves meanwhile", async () => {
  const comparing = compare();
  stopComparing();
  await comparing;
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockImplementationOnce(async (_path, { signal }) => {
    stopComparing();
    signal?.throwIfAborted();
    return Response.json({ verdict: "unequal", cards: [] });
  });
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
});
