import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client";
import { emptyDatabase, refuseWrites } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { addUser, deleteUser } from "#db/users";
import { endOneSession, listSessions } from "./list-sessions";
import { longestSession, openSession, peekSession, readSession, sessionAge } from "./session";

const hour = 3_600_000;
const now = 1_700_000_000_000;

let database: Database;

beforeEach(async () => {
  database = await emptyDatabase();
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

  it("ends 180 days after it began, however much it is used", async () => {
    const token = await openSession(database, { userId: "ann", now });
    const read = (at: number) => readSession(database, { token, now: at });
    for (let at = now; at < now + longestSession; at += 20 * 24 * hour) {
      expect(await read(at)).not.toBeNull();
    }
    expect(await read(now + longestSession - 1)).not.toBeNull();
    expect(await read(now + longestSession)).toBeNull();
  });

  it("that began before there was such an end has it, too", async () => {
    const token = await openSession(database, { userId: "ann", now });
    await rowsOf(database, "update sessions set expires_at = 9000000000000000");
    const at = now + longestSession;
    expect(await peekSession(database, { token, now: at - 1 })).not.toBeNull();
    expect(await peekSession(database, { token, now: at })).toBeNull();
  });

  it("is one of fifty at most: another ends the one that was not used for longest", async () => {
    const begin = (n: number) => openSession(database, { userId: "ann", now: now + n });
    const bobs = await openSession(database, { userId: "bob", now });
    const tokens: string[] = [];
    for (let n = 0; n < 52; n += 1) tokens.push(await begin(n));
    const at = now + 100;
    const held = await Promise.all(
      tokens.map(async (token) => (await peekSession(database, { token, now: at })) !== null),
    );
    expect(held).toEqual(tokens.map((_, n) => n >= 2));
    expect(await peekSession(database, { token: bobs, now: at })).not.toBeNull();
  });

  it("holds though nothing can be written, and moves its end on later", async () => {
    const token = await openSession(database, { userId: "ann", now });
    const read = (at: number) => readSession(database, { token, now: at });
    const { mend } = await refuseWrites(database);
    expect(await read(now + hour)).toMatchObject({ learner: { id: "ann" }, extended: false });
    await mend();
    expect((await read(now + hour))?.extended).toBe(true);
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
    expect(await rowsOf(database, "select user_id from sessions")).toEqual([["bob"]]);
  });
});

describe("the list of sessions", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

  /** Ann on two devices, as seen by the first one; and Bob. */
  async function twoDevices() {
    const here = await openSession(database, { userId: "ann", userAgent: firefox, now });
    const there = await openSession(database, { userId: "ann", now: now + hour });
    const bobs = await openSession(database, { userId: "bob", now });
    const learner = await peekSession(database, { token: here, now });
    if (!learner) throw new Error("It has just begun");
    return { learner, here, there, bobs };
  }

  it("has this one first, each with its device in words and when it was used", async () => {
    const { learner } = await twoDevices();
    const listed = await listSessions(database, { learner, now: now + hour });
    expect(listed).toMatchObject([
      { device: "Firefox on Linux", begunAt: now, seenAt: now, isThis: true },
      { device: "A browser that gives no name", seenAt: now + hour, isThis: false },
    ]);
    expect(await listSessions(database, { learner, now: now + hour + sessionAge })).toEqual([]);
  });

  it("ends one of them and no other, and none of another learner's", async () => {
    const { learner, here, there, bobs } = await twoDevices();
    const anns = await listSessions(database, { learner, now });
    const [bob] = await listSessions(database, {
      learner: { ...learner, id: "bob" },
      now,
    });
    expect(await endOneSession(database, { learner, id: bob?.id ?? "" })).toBe(false);
    expect(await endOneSession(database, { learner, id: "no such" })).toBe(false);
    expect(await endOneSession(database, { learner, id: anns[1]?.id ?? "" })).toBe(true);
    expect(await endOneSession(database, { learner, id: anns[1]?.id ?? "" })).toBe(false);
    const holds = (token: string) => peekSession(database, { token, now });
    expect([await holds(here), await holds(there), await holds(bobs)]).toEqual([
      expect.objectContaining({ id: "ann" }),
      null,
      expect.objectContaining({ id: "bob" }),
    ]);
  });

  it("keeps no more of what a browser says than any browser says", async () => {
    await openSession(database, { userId: "ann", userAgent: "x".repeat(10_000), now });
    expect(await rowsOf(database, "select length(user_agent) from sessions")).toEqual([[400]]);
  });
});
