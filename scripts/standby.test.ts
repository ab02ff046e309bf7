import { afterAll, beforeAll, expect, it } from "vitest";
import { writeTogether } from "#db/batch";
import { openPostgres, type PostgresDatabase } from "#db/postgres/client";
import { migratePostgres } from "#db/postgres/migrate";
import { readDatabaseUrl } from "#db/postgres/read-url";
import { postgresMigrations } from "#db/postgres/sample-postgres";
import { databaseTrouble } from "#db/trouble";
import { startPostgres } from "./start-postgres.mjs";

let standby: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  standby = await startPostgres({ isStandby: true });
}, 120_000);
afterAll(() => standby.end());

const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: unknown) => databaseTrouble(error)?.kind ?? String(error),
  );

/** A handle whose transactions are isolated so much. */
function isolating(isolation: string): PostgresDatabase {
  const read = readDatabaseUrl(standby.url);
  if (!read.ok) throw new Error(read.reason);
  const options = `-c default_transaction_isolation=${isolation.replace(" ", "\\ ")}`;
  return openPostgres({ ...read.place, options, connectMs: 60_000 });
}

const insert = (id: string) => ({
  statement: { text: "insert into histories (id, begun_at) values ($1, 0)", values: [id] },
});

/** A balancer may send us to who is about to lead, before that takes writes. */
it("a standby puts off what it cannot do, and does it once it is promoted", async () => {
  const plain = isolating("read committed");
  const strict = isolating("serializable");
  const read = { text: "select $1::text", values: ["a"] };
  const table = { text: "create table things (id text)", values: [] };
  expect(await outcome(plain.pool.send(read))).toBe("done");
  expect(await outcome(plain.pool.send(table))).toBe("away");
  expect(await outcome(strict.pool.send(read))).toBe("away");
  const batch = [read, read].map((statement) => ({ statement }));
  expect(await outcome(writeTogether(strict, batch, performance.now()))).toBe("away");

  await plain.pool.send({ text: "select pg_promote()", values: [] });
  await migratePostgres(plain, { folder: postgresMigrations, now: 0 });
  expect(await outcome(writeTogether(strict, [insert("a"), insert("b")]))).toBe("done");
  expect(await outcome(strict.pool.send(read))).toBe("done");
  for (const { pool } of [plain, strict]) await pool.end();
}, 120_000);
