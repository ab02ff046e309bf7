import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addUser } from "#db/users";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { hashToken } from "#server/session/secret-token";
import { sessionToken } from "#server/session/session-cookie";
import { begin, holder, post } from "./sample-requests";
import { POST as endSessions } from "./sessions/route";

let sample: Awaited<ReturnType<typeof startSample>>;

beforeAll(async () => {
  sample = await startSample();
});

afterAll(() => sample.end());

/** An account that is logged in; no test here asks for its password. */
async function newAccount() {
  const id = crypto.randomUUID();
  const now = Date.now();
  await addUser(database(), { id, email: `${id}@x.org`, passwordHash: "x", createdAt: now });
  return { cookie: await begin(id) };
}

describe("logging out everywhere", () => {
  it("ends a cookie that was copied before", async () => {
    const { cookie } = await newAccount();
    const response = await endSessions(post({ end: "all" }, { cookie }));
    expect(response.headers.get("set-cookie")).toMatch(/^mooring\.session=; .*Max-Age=0$/);
    expect(await holder(cookie)).toBeNull();
  });
});

describe("logging out here", () => {
  it("ends this session, takes its cookie away and leaves the other devices alone", async () => {
    const { cookie } = await newAccount();
    const learner = await holder(cookie);
    const other = await begin(learner?.id ?? "");
    const response = await endSessions(post({ end: "here" }, { cookie }));
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toMatch(/^mooring\.session=; .*Max-Age=0$/);
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(await holder(cookie)).toBeNull();
    expect((await holder(other))?.id).toBe(learner?.id);
  });

  it("is told when there was no session, or nothing that can be ended", async () => {
    expect((await endSessions(post({ end: "here" }))).status).toBe(401);
    const { cookie } = await newAccount();
    expect((await endSessions(post({ end: "there" }, { cookie }))).status).toBe(400);
    expect(await holder(cookie)).not.toBeNull();
  });
});

describe("ending a session elsewhere", () => {
  const hashOf = (cookie: string) => hashToken(sessionToken(cookie) ?? "");

  it("ends that one and no other, and keeps the cookie of the one that asks", async () => {
    const { cookie } = await newAccount();
    const { id: userId = "" } = (await holder(cookie)) ?? {};
    const [lost, other] = [await begin(userId), await begin(userId)];
    const ending = { end: "one", session: hashOf(lost) };
    const response = await endSessions(post(ending, { cookie }));
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect([await holder(lost), (await holder(other))?.id, (await holder(cookie))?.id]).toEqual([
      null,
      userId,
      userId,
    ]);
  });

  it("says the same of one that is not there and of another learner's, which goes on", async () => {
    const { cookie } = await newAccount();
    const { cookie: others } = await newAccount();
    const answers = ["no-such-session", hashOf(others)].map(async (session) => {
      const response = await endSessions(post({ end: "one", session }, { cookie }));
      return [response.status, await response.text()];
    });
    const [missing, foreign] = await Promise.all(answers);
    expect(foreign).toEqual(missing);
    expect(await holder(others)).not.toBeNull();
  });

  it("takes the cookie along where it is the one that asks", async () => {
    const { cookie } = await newAccount();
    const ending = { end: "one", session: hashOf(cookie) };
    const response = await endSessions(post(ending, { cookie }));
    expect(response.headers.get("set-cookie")).toMatch(/^mooring\.session=; .*Max-Age=0$/);
    expect(await holder(cookie)).toBeNull();
  });
});

describe("a logging out that is told late", () => {
  const minute = 60_000;
  const idOf = async (cookie: string) => (await holder(cookie))?.id ?? "";

  it("ends the session that it left, and takes its cookie away", async () => {
    const account = await idOf((await newAccount()).cookie);
    const left = await begin(account, 10 * minute);
    const ending = { end: "here", account, ago: 5 * minute };
    const response = await endSessions(post(ending, { cookie: left }));
    expect(response.headers.get("set-cookie")).toMatch(/^mooring\.session=; .*Max-Age=0$/);
    expect(await holder(left)).toBeNull();
  });

  it.each(["here", "all"])("ends (%s) no session that began since", async (end) => {
    const account = await idOf((await newAccount()).cookie);
    const left = await begin(account, 10 * minute);
    const again = await begin(account, minute);
    const response = await endSessions(post({ end, account, ago: 5 * minute }, { cookie: again }));
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await idOf(again)).toBe(account);
    expect(await holder(left)).toEqual(end === "all" ? null : expect.anything());
  });

  it("ends nothing of another account that is logged in by now", async () => {
    const account = await idOf((await newAccount()).cookie);
    const other = await idOf((await newAccount()).cookie);
    const cookie = await begin(other, 10 * minute);
    await endSessions(post({ end: "all", account, ago: 0 }, { cookie }));
    expect(await idOf(cookie)).toBe(other);
  });
});
