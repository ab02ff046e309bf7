import { beforeEach, expect, it } from "vitest";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { readLogVersion } from "#db/log-heads";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { addUser, closeUser, findUserByEmail } from "#db/users";
import { review, send, start, withUsers } from "#server/log/sample-sync";
import { openSession, peekSession } from "#server/session/session";
import { removeAccount, removeEnded } from "./remove-account";

let database: Database;

const tables = ["logs", "entries", "card_states", "daily_totals", "reports"];

/** Rows in which anything of a learner's stands. */
async function countOf(learner: string): Promise<number> {
  const parts = tables.map(
    (table) => `(select count(*) from ${table} where learner = '${learner}')`,
  );
  const [row] = await rowsOf(database, `select ${parts.join(" + ")}`);
  return Number(row?.[0]);
}

const reviewsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) =>
    review({ id: `r${from + n}`, card: `card-${n}`, at: start + n, sequence: from + n + 1 }),
  );

beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
  const report = { type: "report", device: "d", cardVersion: "1", reason: "unclear", text: "Why?" };
  for (const learner of ["ann", "bob"]) {
    const one = { ...report, id: `m-${learner}`, sequence: 999, at: start, card: "box-what" };
    await send(database, [...reviewsOf(300), one], { learner });
  }
});

it("ends the account before its rows go, and goes on with that after a restart", async () => {
  const token = await openSession(database, { userId: "ann", now: start });
  const bobs = await countOf("bob");
  await writeTogether(database, closeUser(database, "ann"));
  expect(await findUserByEmail(database, "ann@x.org")).toBeNull();
  const again = { id: "ann-2", email: "ann@x.org", passwordHash: "x", createdAt: start };
  expect(await addUser(database, again)).toBe("added");
  expect(await countOf("ann")).toBeGreaterThan(0);
  expect(await readLogVersion(database, "ann")).toBeNull();
  await removeEnded(database);
  expect(await countOf("ann")).toBe(0);
  expect(await readLogVersion(database, "ann-2")).toBe(0);
  expect(await countOf("bob")).toBe(bobs);
  expect(await rowsOf(database, "select id from users order by id")).toEqual([["ann-2"], ["bob"]]);
  expect(await peekSession(database, { token, now: start })).toBeNull();
});

it("leaves nothing behind of what is stored while the account is deleted", async () => {
  const sending = Array.from({ length: 6 }, (_, n) =>
    send(database, reviewsOf(20, 1000 + n * 20), { device: `d${n}` }).then(
      () => "stored",
      (error: Error) => error.message,
    ),
  );
  await removeAccount(database, "ann");
  const outcomes = new Set(await Promise.all(sending));
  for (const outcome of outcomes) expect(["stored", "no answer"]).toContain(outcome);
  expect(await countOf("ann")).toBe(0);
  expect((await send(database, reviewsOf(1, 5000), { learner: "bob" })).results).toMatchObject([
    { status: "stored" },
  ]);
});
