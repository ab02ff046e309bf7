import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { removeSomeOf } from "#db/users";
import { rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";

/** What a later version may have added by the time this one serves beside it (db/only-add.test.ts). */
const added = [
  "create table later (learner text primary key, note text)",
  "alter table entries add column later text",
  "alter table entries add column later_count integer not null default 3",
  "alter table card_states add column later integer",
  "alter table daily_totals add column later integer not null default 0",
  "alter table logs add column later text",
  "alter table users add column later text",
  "alter table sessions add column later text",
  "alter table reports add column later text",
  "create index later_entries on entries (learner, later)",
];
const taken = [
  ...["drop table later", "drop index later_entries"],
  "alter table entries drop column later_count",
  ...["entries", "card_states", "daily_totals", "logs", "users", "sessions", "reports"].map(
    (table) => `alter table ${table} drop column later`,
  ),
];

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
  await send(database, [review({ id: "before" })]);
  for (const statement of added) await rowsOf(database, statement);
});
// On one engine the next test has the same database.
afterEach(async () => {
  for (const statement of taken) await rowsOf(database, statement);
});

const place = (id: string, sequence: number) => ({
  id,
  device: "d",
  sequence,
  at: start + sequence,
});

it("serves on the schema of a later version, whose rows it leaves as they are", async () => {
  // A kind that this version has no words for, in columns of the later version's choice.
  await rowsOf(
    database,
    `insert into entries (learner, id, type, device, sequence, at, received_at, version, body_hash,
      card, body, later) values ('ann', 'k', 'hide', 'e', 1, ${start + 5}, 1, 1, 'h', 'box-what',
      '{"card":"box-what","until":4}', 'x')`,
  );
  const told = await send(database, [
    review({ ...place("after", 9) }),
    { ...place("v", 10), type: "void", target: "before", card: "box-what" },
    {
      ...place("m", 11),
      type: "report",
      card: "box-what",
      cardVersion: "v",
      reason: "wrong",
      text: "No.",
    },
  ]);
  expect(told.results.map(({ status }) => status)).toEqual(["stored", "stored", "stored"]);
  expect(told.states).toMatchObject([{ card: "box-what", state: { folded: 3, reps: 1 } }]);
  expect(told.entries).toContainEqual({
    ...{ id: "k", device: "e", sequence: 1, at: start + 5 },
    ...{ type: "unknown", kind: "hide", body: { card: "box-what", until: 4 } },
  });
  expect(await storedOf(database)).toEqual(await rebuilt(database));
  expect(await rowsOf(database, "select later, later_count from entries where id = 'k'")).toEqual([
    ["x", 3],
  ]);
  while ((await removeSomeOf(database, { id: "ann", limit: 2 })) > 0);
  expect(
    (await rowsOf(database, "select count(*) from entries where learner = 'ann'")).flat(),
  ).toEqual([0]);
});
