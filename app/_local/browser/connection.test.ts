import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  closeConnection,
  connect,
  forgetCleared,
  isCleared,
  watchConnection,
  withStore,
} from "./connection";
import { databaseName, deleteLocalDatabase } from "./local-database";

const owner = "learner";
const lost = vi.fn();

beforeEach(() => {
  lost.mockClear();
  watchConnection(lost);
});

afterEach(async () => {
  await closeConnection();
  await deleteLocalDatabase(owner);
});

describe("a connection", () => {
  it("is the same each time", async () => {
    expect(await connect(owner)).toBe(await connect(owner));
  });

  it("is made anew where the browser closed it, once for all who ask", async () => {
    const first = await connect(owner);
    await first.put("meta", 7, "cursor");
    first.close();
    const [second, third] = await Promise.all([connect(owner), connect(owner)]);
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    expect(await second.get("meta", "cursor")).toBe(7);
    expect(isCleared(owner)).toBe(false);
  });

  it("is made anew under what runs on it", async () => {
    (await connect(owner)).close();
    const seen: unknown[] = [];
    await withStore(owner, async (database) => {
      seen.push(database);
      if (seen.length === 1) database.close();
      await database.put("meta", 1, "cursor");
    });
    expect(seen).toHaveLength(2);
    expect(await (await connect(owner)).get("meta", "cursor")).toBe(1);
  });

  it("does not run again what fails for another reason", async () => {
    const run = vi.fn(() => Promise.reject(new DOMException("", "QuotaExceededError")));
    await expect(withStore(owner, run)).rejects.toThrow();
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("a store that was cleared", () => {
  const clear = async () => {
    (await connect(owner)).close();
    await deleteLocalDatabase(owner);
  };

  it("is known by its being made anew", async () => {
    await clear();
    await connect(owner);
    expect(isCleared(owner)).toBe(true);
    forgetCleared(owner);
    expect(isCleared(owner)).toBe(false);
  });

  it("is no surprise where the page let go of it", async () => {
    await connect(owner);
    await closeConnection();
    await deleteLocalDatabase(owner);
    await connect(owner);
    expect(isCleared(owner)).toBe(false);
  });

  it("gives way to another tab that removes it, and is not made again unasked", async () => {
    await connect(owner);
    await deleteLocalDatabase(owner);
    expect(lost).not.toHaveBeenCalled();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(databaseName(owner));
  });
});

it("gives way to a newer version, and says that it is one", async () => {
  await connect(owner);
  const newer = await openAs(99);
  expect(lost).toHaveBeenCalledWith(owner);
  await expect(connect(owner)).rejects.toMatchObject({ trouble: "newer" });
  newer.close();
});

/** As a page of another version of the app does. */
function openAs(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName(owner), version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
