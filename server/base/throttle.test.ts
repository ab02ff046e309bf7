import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client";
import { emptyDatabase } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { type Counted, succeeded, takeAttempt, takeBack } from "./throttle";

const minute = 60_000;
const start = 1_700_000_000_000;

let database: Database;
let now: number;

beforeEach(async () => {
  database = await emptyDatabase();
  now = start;
});

const take = (...counted: Counted[]) => takeAttempt(database, { counted, now });
const ofAnn: Counted = { limit: "confirm-password", who: "ann" };
const allowed = expect.objectContaining({ allowed: true });
/** What is counted: that of no attempt holds others up, where several count at once. */
const rows = () => rowsOf(database, "select at, expires_at, key, id from attempts where id <> ''");

describe("takeAttempt", () => {
  it("lets five through and tells the sixth how long to wait", async () => {
    for (let made = 0; made < 5; made += 1) {
      expect(await take(ofAnn)).toEqual(allowed);
      now += minute;
    }
    expect(await take(ofAnn)).toEqual({ allowed: false, seconds: 10 * 60 });
  });

  it("counts attempts made at the same time", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => take(ofAnn)));
    expect(made.filter((attempt) => attempt.allowed)).toHaveLength(5);
  });

  it("lets no more than five through in any fifteen minutes, whenever they began", async () => {
    const moments: number[] = [];
    for (let made = 0; made < 400; made += 1) {
      if ((await take(ofAnn)).allowed) moments.push(now);
      now += 7000 + ((made * 7919) % 23) * 1000;
    }
    for (const moment of moments) {
      const within = moments.filter((other) => other > moment - 15 * minute && other <= moment);
      expect(within.length).toBeLessThanOrEqual(5);
    }
    expect(moments.length).toBeGreaterThan(30);
  });

  it("counts each person and each limit by itself", async () => {
    for (let made = 0; made < 6; made += 1) await take(ofAnn);
    expect(await take({ ...ofAnn, who: "bob" })).toEqual(allowed);
    expect(await take({ ...ofAnn, limit: "log-in-device" })).toEqual(allowed);
  });

  it("counts under all of its limits or, where one is reached, under none", async () => {
    const address = "203.0.113.9";
    const both = [{ limit: "register-network", address }, { limit: "register-all" }] as const;
    for (let made = 0; made < 40; made += 1) await take(...both);
    expect(await rows()).toHaveLength(60);
    const elsewhere = await take({ limit: "register-network", address: "::1" }, both[1]);
    expect(elsewhere).toEqual(allowed);
  });

  it("takes every address of a network for one, and none where it is not known", async () => {
    const from = (address: string | null) => take({ limit: "register-network", address });
    for (let made = 0; made < 30; made += 1) {
      expect(await from(`2001:db8::${made}`)).toEqual(allowed);
    }
    expect(await from("2001:db8::ffff:1")).toMatchObject({ allowed: false });
    expect(await from("2001:db8:1::1")).toEqual(allowed);
    for (let made = 0; made < 40; made += 1) expect(await from(null)).toEqual(allowed);
  });

  it("bounds the wider networks that one customer may have, and leaves others room", async () => {
    let taken = 0;
    for (let made = 0; made < 400; made += 1) {
      const address = `2001:db8:5:${(made * 37).toString(16)}::1`;
      const all = { limit: "register-all" } as const;
      if ((await take({ limit: "register-network", address }, all)).allowed) taken += 1;
    }
    expect(taken).toBe(54);
    const elsewhere = { limit: "register-network", address: "2001:db8:6::1" } as const;
    expect(await take(elsewhere, { limit: "register-all" })).toEqual(allowed);
  });

  it("counts those that succeed where it is told to", async () => {
    const logIn = () =>
      take({ limit: "log-in-device", who: "d" }, { limit: "log-ins-device", who: "d" });
    for (let made = 0; made < 30; made += 1) {
      const attempt = await logIn();
      if (!attempt.allowed) throw new Error("There is room for thirty");
      await succeeded(database, attempt);
    }
    expect(await logIn()).toEqual({ allowed: false, seconds: 15 * 60 });
  });

  it("writes nothing for one that is refused, which does not prolong the wait", async () => {
    for (let made = 0; made < 9; made += 1) await take(ofAnn);
    expect(await rows()).toHaveLength(5);
    now += 15 * minute;
    expect(await take(ofAnn)).toEqual(allowed);
    expect(await rows()).toHaveLength(1);
  });

  it("takes back the one that succeeded and leaves the others counted", async () => {
    for (let made = 0; made < 4; made += 1) await take(ofAnn);
    const fifth = await take(ofAnn);
    if (!fifth.allowed) throw new Error("There is room for five");
    await takeBack(database, fifth);
    expect(await take(ofAnn)).toEqual(allowed);
    expect(await take(ofAnn)).toMatchObject({ allowed: false });
  });

  it("is in the database and not in the process, and keeps no name there", async () => {
    await take({ limit: "log-in-account-network", who: "ann@example.org", address: "203.0.113.9" });
    expect(await rows()).toMatchObject([
      [now, now + 15 * minute, expect.any(String), expect.any(String)],
    ]);
    expect(JSON.stringify(await rows())).not.toMatch(/ann@|203\.0/);
  });
});
