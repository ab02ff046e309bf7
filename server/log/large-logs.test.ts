import { beforeEach, expect, it } from "vitest";
import { protocol } from "#core/log/protocol";
import type { Database } from "#db/client";
import { readLogVersion } from "#db/log-heads";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf, tablesOf } from "#db/samples/stored-rows";
import { compare } from "./compare";
import { day, now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";

let database: Database;
beforeEach(async () => {
  database = await withUsers(await emptyDatabase());
});

it("one late entry that changes a thousand days is one commit, and comes to the whole fold", async () => {
  const at = now + 2000 * day;
  // A card that is hard from the first is learnt for ever; an easy first answer makes it a review.
  const sent = Array.from({ length: 1200 }, (_, n) =>
    review({ id: `r${n}`, sequence: n + 2, at: start + (n + 1) * day, rating: "hard" }),
  );
  for (let n = 0; n < 1200; n += 300) await send(database, sent.slice(n, n + 300), { at });
  const totals = async () =>
    new Set((await rowsOf(database, "select * from daily_totals")).map(String));
  const before = await totals();
  const version = await readLogVersion(database, "ann");
  await send(database, [review({ id: "late", at: start, rating: "easy" })], { at });
  const changed = [...(await totals())].filter((row) => !before.has(row));
  expect(changed.length).toBeGreaterThan(1000);
  expect(await readLogVersion(database, "ann")).toBe((version ?? 0) + 1);
  expect(await storedOf(database)).toEqual(await rebuilt(database));
});

it("a card of more entries than any answer holds is passed over by the comparison, alone", async () => {
  await send(database, [review({ id: "one" }), review({ id: "other", card: "crane-parts" })]);
  const names = (await tablesOf(database)).get("entries") ?? [];
  const anew: Record<string, string> = { id: "'r' || i", sequence: "i + 10", at: "at + i" };
  await rowsOf(
    database,
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 20000)
    insert into entries (${names.join()})
    select ${names.map((name) => anew[name] ?? name).join()} from entries, n where id = 'one'`,
  );
  const cursor = (await readLogVersion(database, "ann")) ?? 0;
  const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };
  const about = { protocol, account: "ann", cursor, history: "", from: now - 90 * day, held: [] };
  const cards = async () => {
    const answer = await compare(database, { ...about, learner, now });
    return answer?.verdict === "unequal" ? answer.cards.map(({ card }) => card) : null;
  };
  expect(await cards()).toEqual(["crane-parts"]);
  // With what its answers take, so many are still told.
  await rowsOf(database, "delete from entries where sequence > 19010");
  expect(await cards()).toContain("box-what");
});
