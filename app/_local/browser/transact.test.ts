import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { deleteLocalDatabase, type LocalDatabase, openLocalDatabase } from "./local-database";
import { transact } from "./transact";

let database: LocalDatabase;

beforeEach(async () => {
  database = await openLocalDatabase("learner");
});

afterEach(async () => {
  database.close();
  await deleteLocalDatabase("learner");
});

const meta = { stores: ["meta"], mode: "readwrite" } as const;

it("gives what its steps give, once all is written", async () => {
  const given = await transact(database, meta, async (tx) => {
    await tx.objectStore("meta").put(1, "cursor");
    return "done";
  });
  expect(given).toBe("done");
  expect(await database.get("meta", "cursor")).toBe(1);
});

it("writes nothing where a step fails, and says why", async () => {
  const failing = transact(database, meta, async (tx) => {
    await tx.objectStore("meta").put(1, "cursor");
    throw new Error("a damaged row");
  });
  await expect(failing).rejects.toThrow("a damaged row");
  expect(await database.get("meta", "cursor")).toBeUndefined();
});

// What nobody waits for any more must not be thrown at the page: the test would fail of that.
it("has one error for a transaction that is aborted under its steps", async () => {
  const aborted = transact(database, meta, async (tx) => {
    const putting = tx.objectStore("meta").put(1, "cursor");
    tx.abort();
    await putting;
  });
  await expect(aborted).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
});
