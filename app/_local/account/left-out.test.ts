import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { reviewWith } from "#core/log/random-log";
import {
  deleteLocalDatabase,
  type LocalDatabase,
  openLocalDatabase,
} from "#local/browser/local-database";
import { stored } from "#local/store/local-log";
import { countToAsk, noteLeftOut } from "./left-out";

let guest: LocalDatabase;

beforeEach(async () => {
  guest = await openLocalDatabase("guest");
  await answer(1);
  await answer(2);
});

afterEach(async () => {
  guest.close();
  await deleteLocalDatabase("guest");
});

it("asks about a guest's answers until they were left out", async () => {
  expect(await countToAsk(guest, "ann")).toBe(2);
  await noteLeftOut(guest, "ann");
  expect(await countToAsk(guest, "ann")).toBe(0);
});

it("asks whoever else logs in", async () => {
  await noteLeftOut(guest, "ann");
  await noteLeftOut(guest, "bob");
  expect(await countToAsk(guest, "cid")).toBe(2);
  expect(await countToAsk(guest, "ann")).toBe(0);
});

it("asks again, about all, once there are newer ones", async () => {
  await noteLeftOut(guest, "ann");
  await answer(3);
  expect(await countToAsk(guest, "ann")).toBe(3);
});

it("asks about those of another device of the guest's", async () => {
  await noteLeftOut(guest, "ann");
  await answer(1, "beside");
  expect(await countToAsk(guest, "ann")).toBe(3);
});

async function answer(sequence: number, device = "here"): Promise<void> {
  const entry = reviewWith({ id: `${device}-${sequence}`, device, sequence });
  await guest.put("entries", stored(entry));
}
