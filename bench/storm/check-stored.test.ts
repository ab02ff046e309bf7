import { beforeEach, expect, it } from "vitest";
import type { SqliteDatabase } from "#db/client";
import { memoryDatabase } from "#db/memory-database";
import { rowsOf } from "#db/samples/stored-rows";
import { review, send, start, withUsers } from "#server/log/sample-sync";
import { checkStored } from "./check-stored";

let database: SqliteDatabase;
const told = new Map([
  ["ann", ["a1", "a2", "a3"]],
  ["bob", ["b1"]],
]);
const whole = { lost: 0, doubled: 0, untold: 0, unfolded: [] };

beforeEach(async () => {
  database = await withUsers(memoryDatabase());
  for (const [learner, ids] of told) {
    const entries = ids.map((id, n) => review({ id, sequence: n + 1, at: start + n * 60_000 }));
    await send(database, entries, { learner });
    // As a device does that heard no answer.
    await send(database, entries, { learner });
  }
});

it("finds nothing where all is as it was told", async () => {
  expect(await checkStored(database, told)).toEqual(whole);
});

it("finds a review that is lost, and that states and totals are those of another log", async () => {
  await rowsOf(database, "delete from entries where id = 'a2'");
  const checked = await checkStored(database, told);
  expect(checked).toMatchObject({ lost: 1, doubled: 0, untold: 0 });
  expect(checked.unfolded).toEqual(["ann: states are no fold", "ann: 3 counted of 2 reviews"]);
});

it("finds a review that is lost with all that follows from it", async () => {
  const later = new Map([...told, ["bob", ["b1", "b2"]]]);
  expect(await checkStored(database, later)).toEqual({ ...whole, lost: 1 });
});

it("finds a review that stands at its place under two ids, and one that nobody was told of", async () => {
  const again = review({ id: "a4", sequence: 3, at: start + 120_000 });
  const more = review({ id: "b2", sequence: 2, at: start + 60_000 });
  await send(database, [again], { learner: "ann" });
  await send(database, [more], { learner: "bob" });
  expect(await checkStored(database, told)).toMatchObject({ lost: 0, doubled: 1, untold: 2 });
});

it("finds a total that counts twice", async () => {
  await rowsOf(database, "update daily_totals set reviews = reviews * 2 where learner = 'bob'");
  const { unfolded } = await checkStored(database, told);
  expect(unfolded).toEqual(["bob: 2 counted of 1 reviews"]);
});
