import { expect, it } from "vitest";
import type { Gap } from "#core/log/sync-types";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf, tablesOf } from "#db/samples/stored-rows";
import { cards, now, review, send, start, storedOf, withUsers } from "./sample-sync";
import { sync, syncRequest } from "./sync";

const learner = { id: "ann", email: "ann@x.org", tokenHash: "t" };
/** What the longest names end with, after five digits. */
const rest = "\u4e00".repeat(123);
const about = { account: "ann", device: "new", learner, cards, now, entries: [] };

/** A learner with as many cards as an account may have, of the longest names that there are. */
async function withStates(many: number): Promise<Database> {
  const database = await withUsers(await emptyDatabase());
  await send(database, [review()]);
  const names = (await tablesOf(database)).get("card_states") ?? [];
  const card = `substr(cast(100000 + i as text), 2) || '${rest}'`;
  await rowsOf(
    database,
    `with recursive n (i) as (select 0 union all select i + 1 from n where i < ${many - 1})
     insert into card_states (${names.join()})
     select ${names.map((column) => (column === "card" ? card : column)).join()}
     from card_states, n where learner = 'ann' and card = 'box-what'`,
  );
  return database;
}

/** Two maps of thousands are compared soon as text. */
const textOf = (states: ReadonlyMap<string, unknown>) => JSON.stringify([...states].sort());

/** What a new device gets to know, and the bytes of each answer. */
async function askAll(database: Database, begun: { since: number; gap?: Gap | undefined }) {
  const known = new Map<string, unknown>();
  const bytes: number[] = [];
  let asked: typeof begun | null = begun;
  while (asked) {
    const answer = await sync(database, { ...about, ...asked });
    if (!answer) throw new Error("no answer");
    bytes.push(Buffer.byteLength(JSON.stringify(answer)));
    for (const { card, state } of answer.states) known.set(card, state);
    asked = answer.gap ? { since: answer.cursor, gap: answer.gap } : null;
  }
  return { known, bytes };
}

it("no answer holds more than its share of states, and the next ones bring the rest", async () => {
  const database = await withStates(20_000);
  const { known, bytes } = await askAll(database, { since: 0 });
  expect(Math.max(...bytes)).toBeLessThan(1_500_000);
  expect(textOf(known) === textOf((await storedOf(database)).states)).toBe(true);
});

it("a state that changes between two answers comes with the later one", async () => {
  const database = await withStates(5000);
  const first = await sync(database, { ...about, since: 0 });
  expect(first?.gap?.states).toBeDefined();
  await send(database, [review({ id: "r2", sequence: 2, at: start + 1000, rating: "again" })]);
  const { known } = await askAll(database, { since: first?.cursor ?? 0, gap: first?.gap });
  const all = new Map(first?.states.map(({ card, state }) => [card, state]));
  for (const [card, state] of known) all.set(card, state as never);
  expect(textOf(all) === textOf((await storedOf(database)).states)).toBe(true);
});

it("a page that names a row, as an earlier version told it, misses nothing", async () => {
  const database = await withStates(5000);
  const first = await sync(database, { ...about, since: 0 });
  const states = { version: first?.gap?.states?.version, row: 900 };
  const { gap } = syncRequest.parse({ ...about, since: 1, gap: { ...first?.gap, states } });
  const { known } = await askAll(database, { since: first?.cursor ?? 0, gap });
  expect(textOf(known) === textOf((await storedOf(database)).states)).toBe(true);
});

it("a server of an earlier version begins with the states of the batch that is named", async () => {
  const database = await withStates(5000);
  const first = await sync(database, { ...about, since: 0 });
  expect(first?.gap?.states).toMatchObject({ version: 1, row: -1 });
});
