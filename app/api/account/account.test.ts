import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { rowsOf } from "#db/samples/stored-rows";
import { database } from "#server/base/database";
import { inRequest } from "#server/base/request-context";
import { startSample } from "#server/base/sample-app";
import { readDeviceMark } from "#server/session/device-mark";
import { sessionToken } from "#server/session/session-cookie";
import { POST as remove } from "./delete/route";
import { POST as changePassword } from "./password/route";
import { POST as register } from "./register/route";
import { begin, holder, post } from "./sample-requests";
import { POST as endSessions } from "./sessions/route";

let sample: Awaited<ReturnType<typeof startSample>>;

beforeAll(async () => {
  sample = await startSample();
});

afterAll(() => sample.end());

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
const problemOf = async (response: Response) => (await response.json()) as RequestProblem;

let counter = 0;
async function newAccount() {
  counter += 1;
  const email = `learner${counter}@example.org`;
  const response = await register(post({ email, password: "long enough" }));
  return { email, cookie: cookieOf(response) };
}

describe("registering", () => {
  it("signs the new learner in, by a cookie that scripts cannot read", async () => {
    const response = await register(post({ email: " Ann@Example.ORG ", password: "long enough" }));
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ email: "ann@example.org" });
    const [session, mark] = response.headers.getSetCookie();
    expect(session).toMatch(
      /^mooring\.session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    const { id } = (await holder(cookieOf(response))) ?? {};
    const known = { cookies: mark ?? null, userId: id ?? null, now: Date.now() };
    expect(readDeviceMark(known)).not.toBeNull();
    expect((await holder(cookieOf(response)))?.email).toBe("ann@example.org");
  });

  it("stores neither the password nor the cookie", async () => {
    const { cookie } = await newAccount();
    const rows = [
      await rowsOf(database(), "select * from users"),
      await rowsOf(database(), "select * from sessions"),
    ];
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain("long enough");
    expect(stored).not.toContain(sessionToken(cookie));
    expect(stored).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });

  it("says kindly that an address has an account, whatever its case", async () => {
    const { email } = await newAccount();
    const again = { email: email.toUpperCase(), password: "long enough" };
    const response = await register(post(again));
    expect(response.status).toBe(409);
    expect((await problemOf(response)).fields?.email).toMatch(/has an account already/);
    expect(cookieOf(response)).toBe("");
  });

  it.each([
    [{ email: "ann", password: "long enough" }, "email"],
    [{ email: `${"a".repeat(250)}@example.org`, password: "long enough" }, "email"],
    [{ email: "b@example.org", password: "short" }, "password"],
    [{ email: "b@example.org", password: "x".repeat(257) }, "password"],
    [{ password: "long enough" }, "email"],
  ])("names the field that is wrong in %j, and never repeats it", async (body, field) => {
    const response = await register(post(body));
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(Object.keys((JSON.parse(text) as RequestProblem).fields ?? {})).toEqual([field]);
    expect(text).not.toContain(body.password);
  });

  it("ends the session that the browser held before, if it makes an account", async () => {
    const { email, cookie } = await newAccount();
    const taken = await register(post({ email, password: "long enough" }, { cookie }));
    expect(taken.status).toBe(409);
    expect(await holder(cookie)).not.toBeNull();
    const next = { email: "next@example.org", password: "long enough" };
    const response = await register(post(next, { cookie }));
    expect((await holder(cookieOf(response)))?.email).toBe("next@example.org");
    expect(await holder(cookie)).toBeNull();
  });

  it("is throttled by address", async () => {
    const context = { id: "1", address: "203.0.113.9" };
    const asked = () => post({ email: "ann@example.org", password: "long enough" });
    const attempt = () => inRequest(context, () => register(asked()));
    for (let made = 0; made < 30; made += 1) expect((await attempt()).status).toBe(409);
    const response = await attempt();
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(59 * 60);
    expect((await problemOf(response)).message).toMatch(/Try again in 60 minutes/);
  });

  it("is throttled for all together, of which one network has half at most", async () => {
    await rowsOf(database(), "delete from attempts");
    const asked = () => post({ email: "ann@example.org", password: "long enough" });
    const from = (n: number) => {
      const address = n < 40 ? "203.0.113.9" : `203.0.113.${n}`;
      return inRequest({ id: "1", address }, () => register(asked()));
    };
    const statuses: number[] = [];
    // Side by side, but no more than may wait with one address.
    for (let n = 0; n < 200; n += 10) {
      const some = await Promise.all(Array.from({ length: 10 }, (_, more) => from(n + more)));
      statuses.push(...some.map(({ status }) => status));
    }
    expect(statuses.slice(0, 40).filter((status) => status === 409)).toHaveLength(30);
    expect(statuses.filter((status) => status === 409)).toHaveLength(60);
    expect(new Set(statuses)).toEqual(new Set([409, 429]));
    await rowsOf(database(), "delete from attempts");
  });
});

describe("what changes something", () => {
  it("takes JSON only, and not much of it", async () => {
    const form = new Request("http://localhost:3000/api", { method: "POST", body: "email=x" });
    expect((await register(form)).status).toBe(400);
    expect((await register(post("x".repeat(20_000)))).status).toBe(413);
    expect((await register(post({}, { "content-length": "20000" }))).status).toBe(413);
    const broken = new Request("http://localhost:3000/api", {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect((await register(broken)).status).toBe(400);
  });

  it("needs a session that holds", async () => {
    for (const cookie of ["", "mooring.session=", `mooring.session=${"x".repeat(43)}`]) {
      const response = await endSessions(post({ end: "all" }, { cookie }));
      expect(response.status).toBe(401);
      expect((await problemOf(response)).error).toBe("signed-out");
    }
  });
});

describe("changing the password", () => {
  it("ends all sessions at once and hands this device a new one", async () => {
    const { email, cookie } = await newAccount();
    const body = { current: "long enough", next: "even longer than that" };
    const response = await changePassword(post(body, { cookie }));
    expect(response.status).toBe(200);
    expect(await holder(cookie)).toBeNull();
    expect((await holder(cookieOf(response)))?.email).toBe(email);
    const old = await changePassword(post(body, { cookie: cookieOf(response) }));
    expect(old.status).toBe(403);
  });

  it("needs the current one and lets nobody guess it", async () => {
    const { cookie } = await newAccount();
    const guess = () =>
      changePassword(post({ current: "a guess", next: "long enough" }, { cookie }));
    for (let made = 0; made < 5; made += 1) {
      const response = await guess();
      expect((await problemOf(response)).fields).toEqual({ current: "This is not your password." });
    }
    expect((await guess()).status).toBe(429);
    expect(await holder(cookie)).not.toBeNull();
  });

  it("is done once by a password that two ask with at once", async () => {
    const { cookie } = await newAccount();
    const { id: userId = "" } = (await holder(cookie)) ?? {};
    const other = await begin(userId);
    const [first, second] = [cookie, other].map((held, n) =>
      changePassword(post({ current: "long enough", next: `another one ${n}` }, { cookie: held })),
    );
    const answers = [await first, await second].flatMap((answer) => answer ?? []);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const holders = await Promise.all(answers.map((answer) => holder(cookieOf(answer))));
    expect(holders.filter(Boolean)).toHaveLength(1);
  });
});

describe("deleting the account", () => {
  it("needs the password and takes everything along", async () => {
    const { email, cookie } = await newAccount();
    expect((await remove(post({ password: "a guess" }, { cookie }))).status).toBe(403);
    expect((await remove(post({ password: "long enough" }, { cookie }))).status).toBe(200);
    expect(await holder(cookie)).toBeNull();
    expect((await remove(post({ password: "long enough" }, { cookie }))).status).toBe(401);
    expect((await register(post({ email, password: "long enough" }))).status).toBe(201);
  });
});
