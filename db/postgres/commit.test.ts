import { beforeEach, describe, expect, it } from "vitest";
import { proveStoring } from "#db/alive";
import { isUnknownOutcome, writeOne, writeTogether } from "#db/batch";
import { databaseTrouble } from "#db/trouble";
import type { Write } from "#db/write";
import type { PostgresDatabase } from "./client";
import { emptyPostgres, samplePostgres } from "./sample-postgres";

let database: PostgresDatabase;
let name: string;

beforeEach(async () => {
  ({ database, name } = await emptyPostgres());
});

const set = (id: string, at: number, orThrow?: () => Error): Write => ({
  statement: {
    text: "update histories set begun_at = $2 where id = $1",
    values: [id, at],
  },
  orThrow,
});
const insert = (id: string): Write => ({
  statement: { text: "insert into histories (id, begun_at) values ($1, 0)", values: [id] },
});
const ids = async () => {
  const text = "select id from histories order by id";
  return (await database.pool.send({ text, values: [] })).rows.map(([id]) => String(id));
};

describe("a batch on PostgreSQL", () => {
  it("tells how many rows each statement changed", async () => {
    expect(await writeTogether(database, [insert("a"), insert("b"), set("c", 1)])).toEqual([
      1, 1, 0,
    ]);
    expect(await writeOne(database, set("a", 2))).toBe(1);
    expect(await writeTogether(database, [])).toEqual([]);
  });

  it("is written as a whole or not at all", async () => {
    await writeTogether(database, [insert("a")]);
    const failed = writeTogether(database, [insert("b"), insert("a"), insert("c")]);
    await expect(failed).rejects.toMatchObject({ code: "23505" });
    const missed = writeTogether(database, [insert("b"), set("no", 1, () => new Error("no row"))]);
    await expect(missed).rejects.toThrow("no row");
    expect(await ids()).toEqual(["a"]);
    // Nothing of it is left on the connections.
    expect(
      await Promise.all(["d", "e", "f", "g", "h"].map((id) => writeOne(database, insert(id)))),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  it("fails for what went wrong first, not for what followed from it", async () => {
    await writeTogether(database, [insert("a")]);
    const stale = () => new Error("another came first");
    const failed = writeTogether(database, [set("no", 1, stale), insert("a")]);
    await expect(failed).rejects.toThrow("another came first");
    const other = writeTogether(database, [insert("a"), set("no", 1, stale)]);
    await expect(other).rejects.toMatchObject({ code: "23505" });
  });

  it("says nothing of its values when it fails", async () => {
    await writeTogether(database, [insert("secret-id")]);
    const failed: unknown = await writeOne(database, insert("secret-id")).catch((error) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(JSON.stringify(failed) + String(failed) + String((failed as Error).stack)).not.toContain(
      "secret-id",
    );
    expect(failed).not.toHaveProperty("detail");
    expect(failed).not.toHaveProperty("cause");
  });

  it("is sent again where the engine made it give way", async () => {
    await writeTogether(database, [insert("a"), insert("b")]);
    const orders = [
      ["a", "b"],
      ["b", "a"],
    ];
    const other = samplePostgres(name);
    // Each takes the rows in another order: one of two that meet is chosen to give way.
    const writes = Array.from({ length: 16 }, (_, n) =>
      writeTogether(
        n % 2 ? database : other,
        (orders[n % 2] ?? []).map((id) => set(id, n)),
      ),
    );
    expect(await Promise.all(writes)).toEqual(writes.map(() => [1, 1]));
    await other.pool.end();
  });

  it("is waited for until then and no longer, however often it would be sent", async () => {
    await writeTogether(database, [insert("a")]);
    const patient = samplePostgres(name, { answerMs: 600_000 });
    await database.pool.hold(async ({ send }) => {
      await send(["begin", "lock table histories"].map((text) => ({ text, values: [] })));
      const failed = await writeTogether(patient, [set("a", 1)], performance.now() + 50).catch(
        (error: unknown) => error,
      );
      expect(databaseTrouble(failed)?.kind).toBe("away");
      await send([{ text: "rollback", values: [] }]);
    });
    expect(await writeTogether(patient, [set("a", 2)])).toEqual([1]);
    await patient.pool.end();
  });

  it("is written or not, nobody knows, where somebody between says that the server was lost", async () => {
    const lost =
      "do $$ begin raise exception 'server conn crashed?' using errcode = '08P01'; end $$";
    const batch = [insert("a"), { statement: { text: lost, values: [] } }, insert("b")];
    const failed: unknown = await writeTogether(database, batch).catch((error) => error);
    expect(isUnknownOutcome(failed)).toBe(true);
  });

  it("is put off, and no more, where there is no database", async () => {
    const nowhere = samplePostgres("not_there");
    const failed = await writeTogether(nowhere, [insert("a")]).catch((error: unknown) => error);
    expect(String(failed)).toContain("3D000");
    await nowhere.pool.end();
  });
});

it("waits for an answer as long as a statement may take, and else as long as is usual", async () => {
  const impatient = samplePostgres(name, { answerMs: 100 });
  const slow = { text: "select pg_sleep(0.5)", values: [] };
  const failed: unknown = await impatient.pool.send(slow).catch((error) => error);
  expect(databaseTrouble(failed)?.kind).toBe("away");
  expect((await impatient.pool.send({ ...slow, answerMs: 10_000 })).rows).toHaveLength(1);
  await impatient.pool.end();
});

it("reads that are begun in order go one behind the other on one connection, and others need not", async () => {
  const pids = (many: number) =>
    Array.from({ length: many }, async () => {
      const { rows } = await database.pool.send({ text: "select pg_backend_pid()", values: [] });
      return rows[0]?.[0];
    });
  const together = await Promise.all(database.pool.inOrder(() => pids(8)));
  expect([together.length, new Set(together).size]).toEqual([8, 1]);
  expect(new Set(await Promise.all(pids(8))).size).toBe(2);
});

it("something can be stored for many that ask at once, and leaves nothing behind", async () => {
  const asked = Array.from({ length: 20 }, (_, n) => proveStoring(database, `${n}`));
  expect(await Promise.all(asked)).toHaveLength(20);
  const { rows } = await database.pool.send({ text: "select id from attempts", values: [] });
  expect(rows).toEqual([]);
});

it("loses, doubles and halves nothing while connections are cut, and tells what it does not know", async () => {
  const killer = samplePostgres("postgres");
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = '${name}' and pid <> pg_backend_pid()`;
  let isOver = false;
  const cutting = (async () => {
    while (!isOver) {
      await killer.pool.send({ text: cut, values: [] });
      await new Promise((next) => setTimeout(next, 20));
    }
  })();
  const outcomes = await Promise.all(
    Array.from({ length: 150 }, async (_, n) => {
      const parts = ["x", "y", "z"].map((part) => insert(`${n}-${part}`));
      try {
        await writeTogether(database, parts);
        return "written";
      } catch (error) {
        if (isUnknownOutcome(error)) return "unknown";
        expect(databaseTrouble(error)?.kind).toBe("away");
        return "not written";
      }
    }),
  );
  isOver = true;
  await cutting;
  await killer.pool.end();
  const stored = new Set(await ids());
  for (const [n, outcome] of outcomes.entries()) {
    const parts = ["x", "y", "z"].filter((part) => stored.has(`${n}-${part}`)).length;
    if (outcome === "written") expect([n, parts]).toEqual([n, 3]);
    else if (outcome === "not written") expect([n, parts]).toEqual([n, 0]);
    else expect([0, 3]).toContain(parts);
  }
  expect(outcomes).toContain("written");
});
