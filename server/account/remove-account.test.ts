import { beforeEach, expect, it } from "vitest";
import type { SqliteDatabase } from "#db/client";
import { readLogVersion } from "#db/log-heads";
import { memoryDatabase } from "#db/memory-database";
import { review, send, start, withUsers } from "#server/log/sample-sync";
import { openSession, peekSession } from "#server/session/session";
import { removeAccount } from "./remove-account";

let database: SqliteDatabase;
const tables = ["entries", "card_states", "daily_totals", "reports"];
const rowsOf = (learner: string) =>
  tables.map((table) => {
    const count = database.$client.prepare(`select count(*) from ${table} where learner = ?`);
    return Number(count.pluck().get(learner));
  });
const allOf = (learner: string) => rowsOf(learner).reduce((sum, rows) => sum + rows);

beforeEach(async () => {
  database = await withUsers(memoryDatabase());
  const report = { type: "report", device: "d", cardVersion: "1", reason: "unclear", text: "Why?" };
  for (const learner of ["ann", "bob"]) {
    const reviews = Array.from({ length: 450 }, (_, n) =>
      review({ id: `r${n}`, card: `card-${n}`, at: start + n, sequence: n + 1 }),
    );
    await send(database, reviews, { learner });
    const one = { ...report, id: `m-${learner}`, sequence: 999, at: start, card: "box-what" };
    await send(database, [one], { learner });
  }
});

it("takes all that is stored of an account piece by piece, and nothing of another's", async () => {
  const bobs = rowsOf("bob");
  expect(Math.min(...rowsOf("ann"))).toBeGreaterThan(0);
  const token = await openSession(database, { userId: "ann", now: start });
  const left: number[] = [];
  let isOver = false;
  const watch = () => {
    left.push(allOf("ann"));
    if (!isOver) setImmediate(watch);
  };
  setImmediate(watch);
  await removeAccount(database, "ann");
  isOver = true;
  const pieces = left.map((rows, place) => (left[place - 1] ?? rows) - rows);
  expect(pieces.filter((rows) => rows > 0).length).toBeGreaterThan(1);
  expect(Math.max(...pieces)).toBeLessThanOrEqual(1000);
  expect(rowsOf("ann")).toEqual([0, 0, 0, 0]);
  expect(rowsOf("bob")).toEqual(bobs);
  expect(await readLogVersion(database, "ann")).toBeNull();
  expect(await peekSession(database, { token, now: start })).toBeNull();
});
