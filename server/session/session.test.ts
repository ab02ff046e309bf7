import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client";
import { memoryDatabase } from "#db/memory-database";
import { addUser, deleteUser } from "#db/users";
import { openSession, peekSession, readSession, sessionAge } from "./session";

const hour = 3_600_000;
const now = 1_700_000_000_000;

let database: Database;

beforeEach(async () => {
  database = memoryDatabase();
  for (const id of ["ann", "bob"]) {
    const email = `${id}@example.org`;
    await addUser(database, { id, email, passwordHash: "x", createdAt: now });
  }
});

describe("a session", () => {
  it("is known by its cookie's value and by nothing that the table holds", async () => {
    const token = await openSession(database, { userId: "ann", now });
    const learner = await peekSession(database, { token, now });
    expect(learner).toMatchObject({ id: "ann", email: "ann@example.org" });
    const tokenHash = learner?.tokenHash ?? "";
    expect(await peekSession(database, { token: tokenHash, now })).toBeNull();
    expect(await peekSession(database, { token: "", now })).toBeNull();
  });

  it("ends 30 days after it was last used, to the millisecond", async () => {
    const token = await openSession(database, { userId: "ann", now });
    expect(await peekSession(database, { token, now: now + sessionAge - 1 })).not.toBeNull();
    expect(await peekSession(database, { token, now: now + sessionAge })).toBeNull();
  });

  it("moves its end on by use, at most once an hour", async () => {
    const token = await openSession(database, { userId: "ann", now });
    const read = (at: number) => readSession(database, { token, now: at });
    expect((await read(now + hour - 1))?.extended).toBe(false);
    expect((await read(now + hour))?.extended).toBe(true);
    expect((await read(now + hour + 1))?.extended).toBe(false);
    expect(await peekSession(database, { token, now: now + hour + sessionAge - 1 })).not.toBeNull();
  });

  it("dies with its user and leaves others alone", async () => {
    const anns = await openSession(database, { userId: "ann", now });
    const bobs = await openSession(database, { userId: "bob", now });
    await deleteUser(database, "ann");
    expect(await peekSession(database, { token: anns, now })).toBeNull();
    expect((await peekSession(database, { token: bobs, now }))?.id).toBe("bob");
  });

  it("is swept from the table once it has run out and someone logs in", async () => {
    await openSession(database, { userId: "ann", now });
    await openSession(database, { userId: "bob", now: now + sessionAge });
    expect(database.$client.prepare("select user_id from sessions").pluck().all()).toEqual(["bob"]);
  });
});
