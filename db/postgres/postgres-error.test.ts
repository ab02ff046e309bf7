import { beforeEach, expect, it } from "vitest";
import { writeOne, writeTogether } from "#db/batch";
import { databaseTrouble } from "#db/trouble";
import type { PostgresDatabase } from "./client";
import { bareDatabase, emptyPostgres, samplePostgres } from "./sample-postgres";

let database: PostgresDatabase;

beforeEach(async () => {
  ({ database } = await emptyPostgres());
});

/** What the pool throws where a statement fails with this code. */
const failing = (code: string): Promise<unknown> => {
  const text = `do $$ begin raise exception 'it is so' using errcode = '${code}'; end $$`;
  return database.pool.send({ text, values: [] }).catch((error: unknown) => error);
};

it.each([
  [
    "away",
    ["57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006", "0A000", "08P01", "40003"],
  ],
  ["busy", ["40001", "40P01", "55P03", "57014", "53200", "53400"]],
  ["full", ["53100"]],
  ["unreadable", ["58000", "58030", "58P01", "XX001", "XX002"]],
])("a failure that is not the program's can be asked again: %s", async (kind, codes) => {
  for (const code of codes) {
    expect([code, databaseTrouble(await failing(code))?.kind]).toEqual([code, kind]);
  }
});

it("a failure that may be the program's is none of the database's", async () => {
  for (const code of ["23505", "42P01", "22012", "26000", "XX000"]) {
    expect([code, databaseTrouble(await failing(code))]).toEqual([code, null]);
  }
});

it("a connection that knows a table of another shape gives way to a new one", async () => {
  const { name, remove } = await bareDatabase();
  const database = samplePostgres(name, { most: 1 });
  const { pool } = database;
  await pool.send({ text: "create table things (id text)", values: [] });
  const add = {
    statement: { text: "insert into things values ($1) returning *", values: ["a"] },
  };
  const all = { text: "select * from things where id = $1", values: ["a"] };
  await writeOne(database, add);
  expect((await pool.send(all)).rows).toEqual([["a"]]);
  await pool.send({ text: "alter table things add column more text", values: [] });
  expect((await pool.send(all)).rows).toEqual([["a", null]]);

  await writeTogether(database, [add, add]);
  await pool.send({ text: "alter table things add column other text", values: [] });
  await writeTogether(database, [add, add]);
  expect((await pool.send(all)).rows).toHaveLength(5);
  await pool.end();
  await remove();
});
