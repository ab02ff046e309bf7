import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { closeConnection } from "#local/browser/connection";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { closeLearner, openLearner } from "#local/store/learner-store";
import { readyLearner } from "./sync";

const account = { id: "learner", email: "learner@example.com" };

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeLearner();
  await deleteLocalDatabase(account.id);
});

it("is the one the page knows where the browser's store was lost meanwhile", async () => {
  vi.stubGlobal("localStorage", sampleStorage({ "mooring.account": JSON.stringify(account) }));
  const learner = await openLearner();
  await closeConnection();
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("No storage now.", "UnknownError");
    },
  });
  expect(await readyLearner()).toBe(learner);
});
