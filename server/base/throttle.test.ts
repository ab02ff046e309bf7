import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client";
import { memoryDatabase } from "#db/memory-database";
import { forgiveAll, forgiveOne, takeAttempt, waitInWords } from "./throttle";

let database: Database;

beforeEach(() => {
  database = memoryDatabase();
});

const take = (who: string) => takeAttempt(database, { limit: "log-in-account", who });

describe("takeAttempt", () => {
  it("lets five through and tells the sixth how long to wait", async () => {
    for (let made = 0; made < 5; made += 1) expect(await take("ann")).toEqual({ allowed: true });
    const refused = await take("ann");
    expect(refused.allowed || refused.seconds).toBeGreaterThan(14 * 60);
    expect(refused.allowed || refused.seconds).toBeLessThanOrEqual(15 * 60);
  });

  it("counts attempts made at the same time", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => take("ann")));
    expect(made.filter((attempt) => attempt.allowed)).toHaveLength(5);
  });

  it("counts each account and each limit by itself", async () => {
    for (let made = 0; made < 6; made += 1) await take("ann");
    expect(await take("bob")).toEqual({ allowed: true });
    const other = { limit: "confirm-password", who: "ann" } as const;
    expect(await takeAttempt(database, other)).toEqual({ allowed: true });
  });

  it("starts anew when the time is over; waiting attempts do not prolong it", async () => {
    for (let made = 0; made < 9; made += 1) await take("ann");
    database.$client.exec("update throttle set expire = 1");
    expect(await take("ann")).toEqual({ allowed: true });
  });

  it("forgives all attempts or one", async () => {
    for (let made = 0; made < 5; made += 1) await take("ann");
    await forgiveOne(database, { limit: "log-in-account", who: "ann" });
    expect(await take("ann")).toEqual({ allowed: true });
    expect((await take("ann")).allowed).toBe(false);
    await forgiveAll(database, { limit: "log-in-account", who: "ann" });
    expect(await take("ann")).toEqual({ allowed: true });
  });

  it("is in the database and not in the process, and keeps no name there", async () => {
    await take("ann@example.org");
    const rows = database.$client.prepare("select key, points from throttle").all();
    expect(rows).toMatchObject([{ points: 1 }]);
    expect(JSON.stringify(rows)).not.toContain("ann");
  });
});

describe("waitInWords", () => {
  it.each([
    [1, "a minute"],
    [60, "a minute"],
    [61, "2 minutes"],
    [900, "15 minutes"],
  ])("says of %i seconds %s", (seconds, words) => {
    expect(waitInWords(seconds)).toBe(`Too many attempts. Try again in ${words}.`);
  });
});
