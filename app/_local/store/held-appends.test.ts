import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { unseenState } from "#core/log/fold-card";
import { reviewWith } from "#core/log/random-log";
import {
  deleteLocalDatabase,
  type LocalDatabase,
  openLocalDatabase,
} from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import {
  countHeld,
  dropHeld,
  hold,
  holdNotes,
  markKnown,
  unsentBeside,
  writeHeld,
} from "./held-appends";
import { notedDown } from "./journal";
import { type DraftEntry, readAll, readUnsent } from "./local-log";

const owner = "learner";
let database: LocalDatabase;
let isFull = false;

/** The store, which has room or has not. */
const store = (): LocalDatabase =>
  new Proxy(database, {
    get(target, name) {
      if (name === "transaction" && isFull) throw new DOMException("", "QuotaExceededError");
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

beforeEach(async () => {
  vi.stubGlobal("localStorage", sampleStorage());
  database = await openLocalDatabase(owner);
});

afterEach(async () => {
  dropHeld();
  isFull = false;
  database.close();
  await deleteLocalDatabase(owner);
  vi.unstubAllGlobals();
});

describe("an append that the store takes", () => {
  it("is let go of, and struck out of the journal", async () => {
    answer("one");
    expect(notedDown(owner)).toHaveLength(1);
    await write();
    expect(await idsIn(database)).toEqual(["one"]);
    expect(countHeld()).toBe(0);
    expect(notedDown(owner)).toEqual([]);
  });

  it("is never sent past the store", async () => {
    answer("one");
    expect(unsentBeside(owner, 9)).toEqual([]);
    await write();
    expect(unsentBeside(owner, 9)).toEqual([]);
  });
});

describe("an append that the store refuses", () => {
  beforeEach(async () => {
    isFull = true;
    answer("one");
    answer("two");
    await expect(write()).rejects.toThrow();
  });

  it("is sent past the store, with those that follow, in their order", () => {
    const entries = unsentBeside(owner, 9);
    expect(entries.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(new Set(entries.map(({ device }) => device)).size).toBe(1);
    expect(countHeld()).toBe(2);
  });

  it("is sent the same however often, by the store too", async () => {
    const sent = unsentBeside(owner, 9);
    await expect(write()).rejects.toThrow();
    expect(unsentBeside(owner, 9)).toEqual(sent);
    isFull = false;
    await write();
    expect(await readUnsent(database, 9)).toEqual(sent);
  });

  it("is sent the same by the page that comes after this one", async () => {
    const sent = unsentBeside(owner, 9);
    dropHeld();
    holdNotes(owner, 0.9);
    expect(unsentBeside(owner, 9)).toEqual(sent);
  });

  it("is not held twice when its note is read", () => {
    holdNotes(owner, 0.9);
    expect(countHeld()).toBe(2);
  });

  it("is not sent again once the server has answered, and still wants to be kept", async () => {
    markKnown([{ id: "one", status: "stored" }]);
    expect(unsentBeside(owner, 9).map(({ id }) => id)).toEqual(["two"]);
    expect(countHeld()).toBe(1);
    isFull = false;
    await write();
    expect(await idsIn(database)).toEqual(["one", "two"]);
    expect(countHeld()).toBe(0);
    expect(notedDown(owner)).toEqual([]);
  });

  it("is sent with nobody else's", () => {
    expect(unsentBeside("another", 9)).toEqual([]);
  });

  it("is sent whole, as many as were asked for and the rest later", () => {
    expect(unsentBeside(owner, 1).map(({ id }) => id)).toEqual(["one"]);
  });

  it("is written once by two writings at the same time", async () => {
    isFull = false;
    const wrote = vi.fn();
    await Promise.all([writeHeld(store(), wrote), writeHeld(store(), wrote)]);
    expect(wrote).toHaveBeenCalledTimes(2);
    expect(await idsIn(database)).toEqual(["one", "two"]);
  });
});

it("holds an append without a journal, where that is full too", async () => {
  vi.stubGlobal("localStorage", sampleStorage({}, true));
  isFull = true;
  answer("one");
  await expect(write()).rejects.toThrow();
  isFull = false;
  await write();
  expect(await idsIn(database)).toEqual(["one"]);
});

function answer(id: string): void {
  const { device: _, sequence: __, ...draft } = reviewWith({ id, card: id });
  const changes = [{ card: id, state: { ...unseenState, folded: 1 } }];
  hold(owner, { drafts: [draft as DraftEntry], changes }, 0.9);
}

const write = () => writeHeld(store(), () => undefined);

const idsIn = async (from: LocalDatabase) => (await readAll(from)).map(({ id }) => id).sort();
