import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { protocol } from "#core/log/protocol";
import { reviewWith } from "#core/log/random-log";
import {
  deleteLocalDatabase,
  type LocalDatabase,
  openLocalDatabase,
} from "#local/browser/local-database";
import { compareSoon, holdComparing } from "./compare-soon";

const tenMinutes = 600_000;
let database: LocalDatabase;
const equal = async (_path: string, { signal }: RequestInit) => {
  signal?.throwIfAborted();
  return Response.json({ verdict: "equal" });
};
const fetched = vi.fn(equal);

beforeEach(async () => {
  fetched.mockReset().mockImplementation(equal);
  vi.stubGlobal("fetch", fetched);
  database = await openLocalDatabase("learner");
  await database.put("meta", 1, "cursor");
});

afterEach(async () => {
  vi.unstubAllGlobals();
  database.close();
  await deleteLocalDatabase("learner");
});

/** The store, with no room for entries. */
const withoutRoom = (): LocalDatabase =>
  new Proxy(database, {
    get(target, name) {
      if (name === "transaction")
        return (...given: Parameters<LocalDatabase["transaction"]>) => full(given);
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

function full([stores, mode]: Parameters<LocalDatabase["transaction"]>) {
  const isWritten = mode === "readwrite" && Array.from(stores).includes("entries");
  if (isWritten) throw new DOMException("", "QuotaExceededError");
  return database.transaction(stores, mode);
}

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

it("is quiet about a mending that there is no room for, and mends at the next turn", async () => {
  const cards = [{ card: "box", state: null, entries: [reviewWith({ id: "lost", card: "box" })] }];
  fetched.mockImplementation(async () => Response.json({ protocol, verdict: "unequal", cards }));
  await compareSoon({ database: withoutRoom(), account: "learner", from: 0 });
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(await database.getAllKeys("entries")).toEqual([]);
  await database.delete("meta", "comparedAt");
  await compare();
  expect(await database.getAllKeys("entries")).toEqual(["lost"]);
});

it("asks nothing for whoever leaves meanwhile", async () => {
  const comparing = compare();
  const goOn = holdComparing();
  await comparing;
  await compare();
  expect(fetched).not.toHaveBeenCalled();
  goOn();
  fetched.mockImplementationOnce(async (_path, { signal }) => {
    holdComparing()();
    signal?.throwIfAborted();
    return Response.json({ protocol, verdict: "unequal", cards: [] });
  });
  await compare();
  expect(fetched).toHaveBeenCalledTimes(1);
});
