import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { appendToState, unseenState } from "#core/log/fold-card";
import { reviewWith } from "#core/log/random-log";
import type { SyncResponse } from "#core/log/sync-types";
import { defaultSettings } from "#core/scheduling/settings";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { currentLearner } from "#local/store/learner";
import {
  appendToLearner,
  closeLearner,
  learnerDatabase,
  learnerTurn,
  openLearner,
  writesDone,
} from "#local/store/learner-store";
import { type DraftEntry, readStates } from "#local/store/local-log";
import { takeFirst } from "./take-answer";

const account = { id: "learner", email: "learner@example.com" };
const earlier = reviewWith({ id: "earlier", card: "box", at: 1_000_000 });
const known = appendToState(unseenState, earlier, 0.9).state;
const answer: SyncResponse = {
  account,
  history: "",
  cursor: 3,
  results: [],
  states: [{ card: "box", state: known }],
  entries: [earlier],
  from: 0,
  settings: { ...defaultSettings, newPerDay: 7 },
};

beforeEach(async () => {
  vi.stubGlobal("localStorage", sampleStorage({ "mooring.account": JSON.stringify(account) }));
  await openLearner();
});

afterEach(async () => {
  await closeLearner();
  await deleteLocalDatabase(account.id);
  vi.unstubAllGlobals();
});

const asked = () => ({ turn: learnerTurn(), since: 0 });

it("shows what a new device is told before its store has it", async () => {
  const taking = takeFirst(asked(), answer);
  expect(currentLearner()?.states.get("box")).toEqual(known);
  expect(currentLearner()?.settings.newPerDay).toBe(7);
  expect(await readStates(await learnerDatabase())).toEqual(new Map());
  const shown = currentLearner()?.states;
  expect(await taking).toBe("kept");
  // Nothing on the page begins anew because of what it knows already.
  expect(currentLearner()?.states).toBe(shown);
  expect((await readStates(await learnerDatabase())).get("box")).toEqual(known);
});

it("has an answer that is given meanwhile follow from what was told", async () => {
  const taking = takeFirst(asked(), answer);
  const { device: _, sequence: __, ...draft } = reviewWith({ id: "next", card: "box", at: 9e9 });
  const { state } = appendToState(known, reviewWith({ ...draft, device: "here" }), 0.9);
  appendToLearner([draft as DraftEntry], [{ card: "box", state }]);
  await taking;
  await writesDone();
  expect((await readStates(await learnerDatabase())).get("box")).toEqual(state);
  expect(currentLearner()?.states.get("box")).toEqual(state);
});

it("leaves a device alone that has something already", async () => {
  appendToLearner([{ type: "setting", id: "one", at: 1, key: "newPerDay", value: 3 }], []);
  expect(takeFirst(asked(), answer)).toBeNull();
  expect(takeFirst({ ...asked(), since: 2 }, answer)).toBeNull();
  await writesDone();
});
