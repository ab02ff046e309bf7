import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { reviewWith } from "#core/log/random-log";
import type { SyncResponse } from "#core/log/sync-types";
import { defaultSettings } from "#core/scheduling/settings";
import { databaseName, deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { currentLearner } from "#local/store/learner";
import { closeLearner, learnerDatabase, openLearner } from "#local/store/learner-store";
import { readCursor, takeIn } from "#local/store/local-log";
import { leaveEnded, takeLoggedOutNote } from "./leave-ended";

const account = { id: "learner", email: "learner@example.com" };
const owner = { kind: "account", ...account } as const;
const answer: SyncResponse = {
  ...{ account, history: "first", cursor: 3, results: [], states: [] },
  entries: [reviewWith({ id: "sent", card: "box", at: 1_000_000 })],
  ...{ from: 0, settings: defaultSettings },
};

/** Where the browser is, and then where it was led to. */
let location: { pathname: string; assign: (to: string) => void };

beforeEach(async () => {
  location = {
    pathname: "/login",
    assign: (to) => {
      location.pathname = to;
    },
  };
  vi.stubGlobal("localStorage", sampleStorage({ "mooring.account": JSON.stringify(account) }));
  vi.stubGlobal("sessionStorage", sampleStorage());
  vi.stubGlobal("window", { location });
  await openLearner();
  await takeIn(await learnerDatabase(), answer, { since: 0, savedAt: 1 });
});

afterEach(async () => {
  await closeLearner();
  await deleteLocalDatabase(account.id);
  vi.unstubAllGlobals();
});

const stores = async () => (await indexedDB.databases()).map(({ name }) => name);

describe("an account whose session has ended", () => {
  it.each(["first", null])("goes from the browser when all was sent (%s)", async (history) => {
    await leaveEnded(owner, history);
    expect(await stores()).not.toContain(databaseName(account.id));
    expect(currentLearner()?.owner.kind).toBe("guest");
  });

  it.each([
    ...["/login", "/register", "/forgot", "/link"].map((path) => [path, path]),
    ["/account", "/login"],
  ])("shows on %s, that is then %s, that it ended", async (before, after) => {
    location.pathname = before;
    await leaveEnded(owner, "first");
    expect(location.pathname).toBe(after);
    expect(takeLoggedOutNote()).toBe(true);
  });

  it("stays whole, and unsent, when the server was put back from a backup", async () => {
    await leaveEnded(owner, "second");
    expect(currentLearner()).toMatchObject({ owner, unsent: 1 });
    expect(await readCursor(await learnerDatabase())).toBe(0);
    // Asked again before anybody logs in, it stays as well.
    await leaveEnded(owner, "second");
    expect(currentLearner()).toMatchObject({ owner, unsent: 1 });
  });

  it("takes nothing from an answer of another history before all is sent again", async () => {
    const store = await learnerDatabase();
    const other = { ...answer, history: "second", cursor: 9, entries: [] };
    const results = [{ id: "sent", status: "stored" }] as const;
    const asked = { since: 0, savedAt: 2 };
    expect(await takeIn(store, { ...other, results: [...results] }, asked)).toBe("elsewhere");
    expect(await store.countFromIndex("entries", "unsent", 1)).toBe(1);
    expect(await readCursor(store)).toBe(0);
    expect(await takeIn(store, { ...other, results: [...results] }, asked)).toBe("taken");
    expect(await store.countFromIndex("entries", "unsent", 1)).toBe(0);
    expect(await readCursor(store)).toBe(9);
  });
});
