import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { closeLearner } from "#local/store/learner-store";
import { endSyncing } from "#local/sync/sync";
import { loggedInAs } from "./logged-in-as";

const account = { id: "learner", email: "learner@example.com" };

beforeEach(() => {
  vi.stubGlobal("localStorage", sampleStorage());
  vi.stubGlobal("sessionStorage", sampleStorage());
  vi.stubGlobal("window", { location: { pathname: "/login" } });
  // No locks, as over plain http.
  vi.stubGlobal("navigator", {});
});

afterEach(async () => {
  await endSyncing();
  await closeLearner();
  await deleteLocalDatabase(account.id);
  vi.unstubAllGlobals();
});

const answerWith = (answer: () => Promise<Response>) => vi.stubGlobal("fetch", answer);

it("is nobody for a guest", async () => {
  expect(await loggedInAs()).toBeNull();
});

it("is whoever it was, where no network says anything else", async () => {
  localStorage.setItem("mooring.account", JSON.stringify(account));
  answerWith(() => Promise.reject(new TypeError("offline")));
  expect(await loggedInAs()).toBe(account.email);
});

it("is nobody where the session has ended", async () => {
  localStorage.setItem("mooring.account", JSON.stringify(account));
  answerWith(async () => Response.json({ error: "signed-out" }, { status: 401 }));
  expect(await loggedInAs()).toBeNull();
});
