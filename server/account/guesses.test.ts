import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client";
import { twoHandles } from "#db/sample-database";
import { addUser, findUser } from "#db/users";
import { setDeviceMark } from "#server/session/device-mark";
import { authenticate } from "./authenticate";
import { decoyHash, hashPassword, isWeak } from "./password";

const minute = 60_000;
const start = 1_700_000_000_000;
const password = "moored at the quay";

let dir: string;
let database: Database;
let processes: Awaited<ReturnType<typeof twoHandles>>;

let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password, { rank: "known" });
});

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "mooring-guesses-"));
  process.env.DATA_DIR = dir;
  processes = await twoHandles();
  database = processes.one;
  for (const id of ["ann", "bob"]) {
    await addUser(database, { id, email: `${id}@example.org`, passwordHash, createdAt: start });
  }
});

afterEach(async () => {
  await processes.end();
  rmSync(dir, { recursive: true, force: true });
});

/** What another process knows is what is stored. */
function changeProcess() {
  database = database === processes.one ? processes.other : processes.one;
}

type Try = { who?: string; password?: string; address?: string; marked?: string; now?: number };

async function tryAs({ who = "ann", address = "192.0.2.1", marked, now = start, ...given }: Try) {
  const cookies = marked === undefined ? null : (marked.split(";")[0] ?? null);
  const logIn = { email: `${who}@example.org`, password, ...given, address, cookies, now };
  return (await authenticate(database, logIn)).outcome;
}

const anns = () => setDeviceMark({ cookies: null, userId: "ann", now: start });
const guess = (n: number) => `guess ${n}`;

/** An address that nobody else has, as a forged header names one. */
const spoofed = (n: number) =>
  n % 2 ? `10.${n >> 8}.${n & 255}.1` : `2001:db8:${n.toString(16)}::1`;

describe("a thousand wrong passwords", () => {
  it("are looked at ten times for one account, over addresses and processes; the owner gets in", async () => {
    const outcomes: string[] = [];
    for (let n = 0; n < 1000; n += 1) {
      if (n % 250 === 249) changeProcess();
      // All within a quarter of an hour, and the owner comes and goes meanwhile.
      const now = start + n * 800;
      if (n % 200 === 100) expect(await tryAs({ marked: anns(), now })).toBe("right");
      outcomes.push(await tryAs({ password: guess(n), address: spoofed(n), now }));
    }
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === "wait")).toHaveLength(990);
    expect(await tryAs({ address: "198.51.100.7", now: start + 14 * minute })).toBe("wait");
    expect(await tryAs({ marked: anns(), now: start + 14 * minute })).toBe("right");
    expect(await tryAs({ who: "bob", address: "198.51.100.7" })).toBe("right");
  });

  it("are looked at sixty times from one network, and ten times an account from many", async () => {
    const seen = new Map<string, number>();
    const count = async (key: string, tried: Try) => {
      if ((await tryAs(tried)) === "wrong") seen.set(key, (seen.get(key) ?? 0) + 1);
    };
    for (let n = 0; n < 80; n += 1) {
      await count("network", { who: `nobody${n}`, password: guess(n), address: "198.51.100.9" });
      const who = ["bob", "nobody-a", "nobody-b"][n % 3] ?? "";
      await count(who, { who, password: guess(n), address: spoofed(n) });
    }
    expect(seen.get("network")).toBe(60);
    seen.delete("network");
    expect([...new Set(seen.values())]).toEqual([10]);
  });

  it("made at the same time are no more", async () => {
    const tries = Array.from({ length: 200 }, (_, n) =>
      tryAs({ password: guess(n), address: spoofed(n) }),
    );
    expect((await Promise.all(tries)).filter((outcome) => outcome === "wrong")).toHaveLength(10);
  });
});

describe("the budget of an account", () => {
  it("leaves half of it to others when one network has used up its share", async () => {
    for (let n = 0; n < 20; n += 1) await tryAs({ password: guess(n) });
    expect(await tryAs({})).toBe("wait");
    expect(await tryAs({ address: "198.51.100.7" })).toBe("right");
  });

  it("is not given back by a log-in that succeeds, except that one", async () => {
    for (let n = 0; n < 9; n += 1) await tryAs({ password: guess(n), address: spoofed(n) });
    for (let n = 0; n < 3; n += 1) expect(await tryAs({})).toBe("right");
    expect(await tryAs({ password: guess(9) })).toBe("wrong");
    expect(await tryAs({})).toBe("wait");
  });

  it("is not the one of a browser that is known, which is bounded, too", async () => {
    const marked = anns();
    for (let n = 0; n < 30; n += 1) await tryAs({ password: guess(n), address: spoofed(n) });
    for (let n = 0; n < 10; n += 1) {
      expect(await tryAs({ password: guess(n), marked })).toBe("wrong");
    }
    expect(await tryAs({ marked })).toBe("wait");
    expect(await tryAs({ marked: anns() })).toBe("right");
    expect(await tryAs({ marked, now: start + 15 * minute })).toBe("right");
  });

  it("is the one of strangers for a mark that is another account's", async () => {
    for (let n = 0; n < 10; n += 1) await tryAs({ password: guess(n), address: spoofed(n) });
    const marked = setDeviceMark({ cookies: null, userId: "bob", now: start });
    expect(await tryAs({ marked })).toBe("wait");
  });

  it("of browsers that once had the password is bounded for all of them together", async () => {
    let looked = 0;
    for (let n = 0; n < 100; n += 1) {
      if ((await tryAs({ password: guess(n), marked: anns() })) === "wrong") looked += 1;
    }
    expect(looked).toBe(30);
  });
});

describe("the work of a log-in", () => {
  it("is the same where there is no account: its hash costs what every hash costs", async () => {
    const parameters = (hashed: string) => hashed.split("$").slice(0, 4);
    expect(parameters(decoyHash)).toEqual(parameters(passwordHash));
    expect(decoyHash).toHaveLength(passwordHash.length);
  });

  it("makes a weaker hash anew when the password is right, and only then", async () => {
    const weak =
      "$argon2id$v=19$m=4096,t=1,p=1$B1b7DgaclFXkhXGNGYzSpQ$tQXobF3TyLrYUH51jHCgVsz2ElnDhLcHi6MJuO3GilU";
    const cyd = { id: "cyd", email: "cyd@example.org", passwordHash: weak, createdAt: start };
    await addUser(database, cyd);
    const stored = async (id: string) => (await findUser(database, id))?.passwordHash ?? "";
    await tryAs({ who: "cyd", password: guess(1) });
    expect(await stored("cyd")).toBe(weak);
    expect(await tryAs({ who: "cyd" })).toBe("right");
    expect(isWeak(await stored("cyd"))).toBe(false);
    expect(await tryAs({ who: "cyd" })).toBe("right");
    const strong = await stored("ann");
    await tryAs({});
    expect(await stored("ann")).toBe(strong);
  });

  it.each([
    ["$argon2id$v=19$m=19456,t=2,p=1$", false],
    ["$argon2id$v=19$m=65536,t=3,p=4$", false],
    ["$argon2id$v=19$m=65536,t=1,p=1$", true],
    ["$argon2id$v=16$m=19456,t=2,p=1$", true],
    ["$argon2i$v=19$m=19456,t=2,p=1$", true],
    ["$2b$12$", true],
    ["", true],
  ])("tells that %s is weaker: %s", (start, weaker) => {
    expect(isWeak(`${start}salt$hash`)).toBe(weaker);
  });
});
