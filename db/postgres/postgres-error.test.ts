import { beforeEach, expect, it } from "vitest";
import { databaseTrouble } from "#db/trouble";
import type { PostgresDatabase } from "./client";
import { emptyPostgres } from "./sample-postgres";

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
  ["away", ["57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006", "08P01", "40003"]],
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
