import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { refuseWrites } from "#db/sample-database";
import { rowsOf } from "#db/samples/stored-rows";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { peekSession } from "#server/session/session";
import { sessionToken } from "#server/session/session-cookie";
import { authOptions, endHeldSession, type Visit } from "./auth";
import { register } from "./register";

let sample: Awaited<ReturnType<typeof startSample>>;
const now = Date.now();
const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const ann = { email: "ann@example.org", password: "long enough" };

beforeAll(async () => {
  sample = await startSample();
  await register(database(), { ...ann, id: "ann", address: null, now });
});

afterAll(() => sample.end());

type Ask = { nextauth: string[]; method?: string; body?: Record<string, string>; cookie?: string };
type Told = {
  status: number;
  cookies: string[];
  body: Record<string, string>;
  entered: Visit["entered"];
  putOff: Visit["putOff"];
  unread: Visit["unread"];
};

/** Asks next-auth itself, by its handler for plain Node requests, and collects what it answers. */
async function ask({ nextauth, method = "GET", body = {}, cookie = "" }: Ask): Promise<Told> {
  const told = { status: 200, cookies: [] as string[], body: {} };
  const visit: Visit = { cookies: cookie, userAgent, entered: null };
  const cookies = Object.fromEntries(
    cookie
      .split("; ")
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  const headers = { host: "localhost:3000", "x-forwarded-proto": "http", cookie };
  const request = { query: { nextauth }, method, body, cookies, headers };
  const take = (answer: Record<string, string>) => {
    told.body = answer;
  };
  const response = {
    status(code: number) {
      told.status = code;
      return this;
    },
    getHeader: () => told.cookies,
    setHeader(name: string, value: string[]) {
      if (name === "Set-Cookie") told.cookies = value;
      return this;
    },
    json: take,
    send: take,
  };
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(visit),
  );
  return { ...told, entered: visit.entered, putOff: visit.putOff, unread: visit.unread };
}

async function csrf(): Promise<{ csrfToken: string; cookie: string }> {
  const { body, cookies } = await ask({ nextauth: ["csrf"] });
  const cookie = cookies.map((one) => decodeURIComponent(one.split(";")[0] ?? "")).join("; ");
  return { csrfToken: body.csrfToken ?? "", cookie };
}

async function logIn(credentials: { email: string; password: string }, held = ""): Promise<Told> {
  const { csrfToken, cookie } = await csrf();
  return ask({
    nextauth: ["callback", "credentials"],
    method: "POST",
    body: { ...credentials, csrfToken, json: "true" },
    cookie: `${cookie}; ${held}`,
  });
}

const sessionCookie = ({ cookies }: Told) =>
  cookies.find((one) => one.startsWith("mooring.session="))?.split(";")[0] ?? "";

const holder = (cookie: string) =>
  peekSession(database(), { token: sessionToken(cookie) ?? "", now: Date.now() });

describe("next-auth over the sessions table", () => {
  it("logs in with a random id in the cookie, not a JWT", async () => {
    const told = await logIn({ ...ann, email: "ANN@example.org" });
    expect(told.cookies.join()).toMatch(/mooring\.session=[\w-]{43}; Path=\/; .*HttpOnly/);
    expect((await holder(sessionCookie(told)))?.id).toBe("ann");
  });

  it("gives each log-in its own session", async () => {
    expect(sessionCookie(await logIn(ann))).not.toBe(sessionCookie(await logIn(ann)));
  });

  it("ends the session that the browser held before, at the right password", async () => {
    const held = sessionCookie(await logIn(ann));
    await logIn({ ...ann, password: "a guess" }, held);
    expect((await holder(held))?.id).toBe("ann");
    const next = sessionCookie(await logIn(ann, held));
    expect((await holder(next))?.id).toBe("ann");
    expect(await holder(held)).toBeNull();
  });

  it("says in plain words that the database cannot be written, and logs why", async () => {
    const logged = vi.mocked(console.error).mockImplementation(() => undefined);
    const { mend } = await refuseWrites(database());
    const told = await logIn(ann);
    await mend();
    expect(sessionCookie(told)).toBe("");
    const said = new URL(told.body.url ?? "").searchParams.get("error");
    const [words, why] = {
      sqlite: ["it may be read but not written.", "readonly database"],
      // Of several, another one takes writes, or will soon.
      postgres: ["it cannot be reached; try again in a moment.", "read-only transaction"],
    }[database().engine];
    expect(said).toBe(`The database does not answer: ${words}`);
    expect(logged.mock.calls.join()).toContain(why);
    logged.mockReset();
  });

  it("tells whose session it is and keeps its id", async () => {
    const cookie = sessionCookie(await logIn(ann));
    const told = await ask({ nextauth: ["session"], cookie });
    expect(told.body).toMatchObject({ user: { id: "ann", email: "ann@example.org" } });
    expect(sessionCookie(told)).toBe(cookie);
  });

  it("takes nobody for logged out where it cannot be told who it is", async () => {
    const cookie = sessionCookie(await logIn(ann));
    const logged = vi.mocked(console.error).mockImplementation(() => undefined);
    await rowsOf(database(), "alter table sessions rename to elsewhere");
    const told = await ask({ nextauth: ["session"], cookie });
    await rowsOf(database(), "alter table elsewhere rename to sessions");
    expect(told.unread).toMatchObject({ error: "internal" });
    expect(logged).toHaveBeenCalled();
    logged.mockReset();
    expect((await holder(cookie))?.id).toBe("ann");
  });

  it("gives a wrong password and an unknown address the same answer", async () => {
    const wrong = await logIn({ ...ann, password: "a guess" });
    const unknown = await logIn({ email: "nobody@example.org", password: "a guess" });
    expect(wrong).toMatchObject({ status: 401, cookies: expect.any(Array) });
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.body.url).toContain("error=CredentialsSignin");
    expect(sessionCookie(wrong) + sessionCookie(unknown)).toBe("");
  });

  it("tells whom it logged in, so that the browser can be marked, and nobody at a guess", async () => {
    expect((await logIn(ann)).entered?.userId).toBe("ann");
    expect((await logIn({ ...ann, password: "a guess" })).entered).toBeNull();
  });

  it("makes even the right password wait after ten wrong ones, and says how long", async () => {
    const bob = { email: "bob@example.org", password: "long enough" };
    await register(database(), { ...bob, id: "bob", address: null, now });
    for (let made = 0; made < 10; made += 1) await logIn({ ...bob, password: "a guess" });
    const told = await logIn(bob);
    expect(sessionCookie(told)).toBe("");
    expect(told.putOff).toMatchObject({ error: "wait", seconds: expect.any(Number) });
    const url = new URL(told.body.url ?? "");
    expect(url.searchParams.get("error")).toBe("Too many attempts. Try again in 15 minutes.");
  });

  it("opens no session by a password that was changed while it was looked at", async () => {
    const eve = { email: "eve@example.org", password: "long enough" };
    await register(database(), { ...eve, id: "eve", address: null, now });
    const sessions = () =>
      rowsOf(database(), "select token_hash from sessions where user_id = 'eve'");
    await rowsOf(database(), "delete from sessions where user_id = 'eve'");
    const attempts = async () => (await rowsOf(database(), "select id from attempts")).length;
    const before = await attempts();
    const asked = logIn(eve);
    // The attempt is counted after the account was read and before its password is looked at.
    while ((await attempts()) === before) await new Promise((next) => setImmediate(next));
    await rowsOf(database(), "update users set password_hash = 'another' where id = 'eve'");
    const told = await asked;
    expect([told.status, sessionCookie(told), told.entered]).toEqual([401, "", null]);
    expect(await sessions()).toEqual([]);
  });

  it("tells nothing of a session that has ended", async () => {
    const cookie = sessionCookie(await logIn(ann));
    await endHeldSession(database(), cookie);
    expect((await ask({ nextauth: ["session"], cookie })).body).toEqual({});
  });
});
