import { expect, it } from "vitest";
import type { PostgresDatabase } from "#db/postgres/client";
import { emptyPostgres } from "#db/postgres/sample-postgres";
import { removeAccount } from "#server/account/remove-account";
import { day, review, send, start, withUsers } from "./sample-sync";

/** Counts from now on the rows that each transaction writes. */
function countRows(database: PostgresDatabase): number[] {
  const counts: number[] = [];
  const { hold } = database.pool;
  database.pool.hold = (use) =>
    hold((connection) =>
      use({
        ...connection,
        sendEach: async (statements) => {
          const sent = await connection.sendEach(statements);
          const changed = sent.map((one, place) => {
            const isWrite = /^(?:insert|update|delete|with)/.test(statements[place]?.text ?? "");
            return isWrite && one.status === "fulfilled" ? one.value.changed : 0;
          });
          counts.push(changed.reduce((sum, rows) => sum + rows, 0));
          return sent;
        },
      }),
    );
  return counts;
}

it("no transaction writes more than a thousand rows: of the longest exchange, and of a deletion", async () => {
  const { database } = await emptyPostgres();
  await withUsers(database);
  const counts = countRows(database);
  // Each brings a state and, of a day of its own, a total.
  const sent = Array.from({ length: 500 }, (_, n) =>
    review({ id: `r${n}`, card: `card-${n}`, at: start - n * day, sequence: n + 1 }),
  );
  await send(database, sent);
  expect(Math.max(...counts)).toBeGreaterThan(900);
  await removeAccount(database, "ann");
  expect(counts.length).toBeGreaterThan(5);
  expect(Math.max(...counts)).toBeLessThanOrEqual(1000);
});
