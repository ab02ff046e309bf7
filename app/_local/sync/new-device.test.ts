import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { appendToState, unseenState } from "#core/log/fold-card";
import { reviewWith } from "#core/log/random-log";
import type { SyncResponse } from "#core/log/sync-types";
import { defaultSettings } from "#core/scheduling/settings";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { noteDown } from "#local/store/journal";
import { currentLearner } from "#local/store/learner";
import {
  closeLearner,
  learnerDatabase,
  openLearner,
  reloadLearner,
  writesDone,
} from "#local/store/learner-store";
import { readStates } from "#local/store/local-log";
import { readyLearner } from "./sync";

const account = { id: "learner", email: "learner@example.com" };
const review = reviewWith({ id: "earlier", card: "box", at: 1_000_000 });
const { state } = appendToState(unseenState, review, 0.9);
const answer: SyncResponse = {
  ...{ account, history: "", cursor: 3, results: [], entries: [], from: 0 },
  states: [{ card: "box", state }],
  settings: defaultSettings,
};
const factory = indexedDB;

beforeEach(() => {
  vi.stubGlobal("localStorage", sampleStorage({ "mooring.account": JSON.stringify(account) }));
  vi.stubGlobal("navigator", {});
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(answer)),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeLearner();
  await deleteLocalDatabase(account.id);
});

/** A browser that tells of an open store only once it is told to. */
function slowStore(): () => void {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  vi.stubGlobal("indexedDB", {
    open: (name: string, version: number) => {
      const request = factory.open(name, version);
      const listen = request.addEventListener.bind(request);
      request.addEventListener = (type: string, heard: (event: Event) => void) =>
        listen(type, type === "success" ? (event) => void told.then(() => heard(event)) : heard);
      return request;
    },
  });
  return tell;
}

describe("a device that never had anything of its learner", () => {
  it("knows all that the account has before its store is open, and has it there then", async () => {
    const open = slowStore();
    expect((await readyLearner()).states.get("box")).toEqual(state);
    open();
    await writesDone();
    expect(await readStates(await learnerDatabase())).toEqual(new Map([["box", state]]));
  });

  it("takes in first what an earlier page noted down", async () => {
    const { device: _, sequence: __, ...draft } = review;
    noteDown(account.id, { drafts: [draft], changes: [{ card: "box", state }] });
    expect((await openLearner()).states.get("box")).toEqual(state);
  });
});

it("reads a store that it made as soon as that may hold something", async () => {
  await openLearner();
  await (await learnerDatabase()).put("states", { card: "box", state });
  await reloadLearner();
  expect(currentLearner()?.states.get("box")).toEqual(state);
});
