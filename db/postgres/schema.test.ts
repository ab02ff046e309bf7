import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryDatabase } from "#db/memory-database";
import { migratePostgres, stepsIn } from "./migrate";
import { bareDatabase, postgresMigrations, samplePostgres } from "./sample-postgres";
import { schemaOfPostgres, schemaOfSqlite } from "./sample-schemas";

let place: Awaited<ReturnType<typeof bareDatabase>>;
beforeAll(async () => {
  place = await bareDatabase();
});
afterAll(() => place.remove());

const asked = { folder: postgresMigrations, now: 7 };

describe("the schema of PostgreSQL", () => {
  it("is made whole by several that start at once, and not again by those that come later", async () => {
    const starting = Array.from({ length: 5 }, () => samplePostgres(place.name));
    await Promise.all(starting.map((one) => migratePostgres(one, asked)));
    const [first] = starting;
    if (!first) throw new Error("nobody started");
    const done = "select step, done_at from migration_steps order by step";
    const before = await first.pool.send({ text: done, values: [] });
    expect(before.rows.map(([step]) => step)).toEqual(
      stepsIn(postgresMigrations)
        .map(({ name }) => name)
        .sort(),
    );
    await migratePostgres(first, { ...asked, now: 8 });
    expect(await first.pool.send({ text: done, values: [] })).toEqual(before);
    for (const one of starting) await one.pool.end();
  });

  it("goes on where a start was broken off, be it between a statement and its mark", async () => {
    const { name, remove } = await bareDatabase();
    const database = samplePostgres(name);
    const [first, second, third] = stepsIn(postgresMigrations);
    for (const step of [first, second, third]) {
      await database.pool.send({ text: step?.statement ?? "", values: [] });
    }
    await migratePostgres(database, asked);
    const whole = await schemaOfPostgres(database.pool);
    expect(whole).toEqual(schemaOfSqlite(memoryDatabase().$client));
    await database.pool.end();
    await remove();
  });

  it("is taken with what a later version added, and refused, in words, where it is not ours", async () => {
    const spoilt: [string[], RegExp | null][] = [
      [["insert into migration_steps values ('later-0', 9)"], null],
      [["alter table entries add column later bigint", "create table later (x bigint)"], null],
      [["delete from migration_steps where step like '%-3'"], /lacks one of ours/],
      [
        ["update migration_steps set step = 'x' || step where step like '%-0'"],
        /another in its place/,
      ],
      [["drop table migration_steps"], /not Mooring's/],
      [["delete from migration_steps"], /not Mooring's/],
    ];
    for (const [statements, why] of spoilt) {
      const { name, remove } = await bareDatabase();
      const database = samplePostgres(name);
      await migratePostgres(database, asked);
      for (const text of statements) await database.pool.send({ text, values: [] });
      const before = await schemaOfPostgres(database.pool);
      const again = migratePostgres(database, asked);
      if (why) await expect(again).rejects.toThrow(why);
      else expect(await again).toBe(statements.length === 1 ? 1 : 0);
      const after = await schemaOfPostgres(database.pool);
      expect({ ...after, migration_steps: null }).toEqual({ ...before, migration_steps: null });
      await database.pool.end();
      await remove();
    }
  });

  it("is the one that SQLite has: names, types, nulls, defaults, keys, indexes and checks", async () => {
    const database = samplePostgres(place.name);
    await migratePostgres(database, asked);
    const theirs = await schemaOfPostgres(database.pool);
    const sqlite = memoryDatabase();
    expect(theirs).toEqual(schemaOfSqlite(sqlite.$client));
    expect(Object.keys(theirs)).toContain("entries");
    await database.pool.end();
  });

  it("is told from one that differs in anything", async () => {
    const database = samplePostgres(place.name);
    await migratePostgres(database, asked);
    const ours = schemaOfSqlite(memoryDatabase().$client);
    const changes = [
      "alter table entries alter column card set not null",
      "alter table entries alter column seed type integer",
      'alter table entries alter column card type text collate "default"',
      "alter table card_states alter column stability type real",
      "alter table logs alter column last_day drop default",
      "alter table card_states drop constraint card_states_numbers",
      "alter table card_states drop constraint card_states_learner_card_pk",
      "alter table users drop constraint users_email_unique",
      "drop index entries_quiz; create index entries_quiz on entries (learner, quiz)",
      "drop index entries_version; create index entries_version on entries (learner, at, version, type)",
      "alter table reports add column more text",
      "create table more (x bigint)",
    ];
    for (const change of changes) {
      await database.pool.hold(async ({ send }) => {
        const run = (text: string) => send([{ text, values: [] }]);
        await run("begin");
        await run(change);
        const changed = await schemaOfPostgres({
          ...database.pool,
          send: async (statement) => {
            const [result] = await send([statement]);
            if (!result) throw new Error("no answer");
            return result;
          },
        });
        expect([change, changed]).not.toEqual([change, ours]);
        await run("rollback");
      });
    }
    expect(await schemaOfPostgres(database.pool)).toEqual(ours);
    await database.pool.end();
  });
});

it("a migration only adds, by one statement a step that can be run again", () => {
  const shapes = [
    /^CREATE TABLE IF NOT EXISTS "\w+" \(/,
    /^CREATE INDEX IF NOT EXISTS "\w+" ON "\w+" \(/,
    /^ALTER TABLE "\w+" ADD COLUMN IF NOT EXISTS "\w+" (?!.* NOT NULL$)/,
  ];
  for (const { statement } of stepsIn(postgresMigrations)) {
    expect([statement, shapes.some((shape) => shape.test(statement))]).toEqual([statement, true]);
    expect(statement.replace(/;\s*$/, "")).not.toContain(";");
  }
});
