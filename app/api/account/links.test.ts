import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { rowsOf } from "#db/samples/stored-rows";
import { authenticate } from "#server/account/authenticate";
import { hashPassword } from "#server/account/password";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { readDeviceMark } from "#server/session/device-mark";
import { POST as follow } from "./link/route";
import {
  beginAnew,
  closeMail,
  enrol,
  linkRows,
  makeAnn,
  nextLetter,
  openMail,
  reset,
  tokenIn,
} from "./sample-links";
import { begin, holder, post } from "./sample-requests";

let sample: Awaited<ReturnType<typeof startSample>>;
const password = "moored at the quay";
let passwordHash: string;

beforeAll(async () => {
  await openMail();
  sample = await startSample();
  passwordHash = await hashPassword(password, { rank: "known" });
});

beforeEach(beginAnew);

afterAll(async () => {
  await sample.end();
  await closeMail();
});

const choose = (token: string, chosen: string) => follow(post({ token, password: chosen }));

async function resetToken(email: string): Promise<string> {
  await reset(email);
  return tokenIn(await nextLetter());
}

describe("following a link to a new password", () => {
  it("sets it, ends every session and begins one here, in a browser that is known then", async () => {
    const { id, email, cookie } = await makeAnn(passwordHash);
    const elsewhere = await begin(id);
    const token = await resetToken(email);
    expect(JSON.stringify(await linkRows())).not.toContain(token);
    const response = await choose(token, "another quay by night");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id, email, made: false });
    expect([await holder(cookie), await holder(elsewhere)]).toEqual([null, null]);
    const [session = "", mark = ""] = response.headers.getSetCookie();
    expect((await holder(session))?.id).toBe(id);
    const now = Date.now();
    expect(readDeviceMark({ cookies: mark, userId: id, now })).not.toBeNull();
    const logIn = { email, address: null, cookies: null, now };
    const outcomes = [password, "another quay by night"].map(
      async (given) => (await authenticate(database(), { ...logIn, password: given })).outcome,
    );
    expect(await Promise.all(outcomes)).toEqual(["wrong", "right"]);
  });

  it("gets an owner in whose attempts others have used up", async () => {
    const { id, email } = await makeAnn(passwordHash);
    for (let n = 0; n < 12; n += 1) {
      const address = `198.51.100.${n}`;
      const guess = { email, password: `guess ${n}`, address, cookies: null, now: Date.now() };
      await authenticate(database(), guess);
    }
    const response = await choose(await resetToken(email), "another quay by night");
    expect((await holder(response.headers.getSetCookie()[0] ?? ""))?.id).toBe(id);
  });

  it("works once, and makes every other link of the account void", async () => {
    const { email } = await makeAnn(passwordHash);
    const [first, second] = [await resetToken(email), await resetToken(email)];
    const both = [choose(first, "one quay by night"), choose(first, "another quay by night")];
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 410]);
    for (const used of [first, second]) {
      const response = await choose(used, "a third quay by night");
      expect(response.status).toBe(410);
      expect(((await response.json()) as RequestProblem).error).toBe("expired");
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  it("works for thirty minutes", async () => {
    const { email } = await makeAnn(passwordHash);
    const token = await resetToken(email);
    const ends = Number((await linkRows())[0]?.[0]);
    expect(ends - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    expect(ends - Date.now()).toBeGreaterThan(29 * 60_000);
    await rowsOf(database(), `update account_links set expires_at = ${Date.now()}`);
    expect((await choose(token, "another quay by night")).status).toBe(410);
  });

  it("refuses a password that is not fit, and works still", async () => {
    const { email } = await makeAnn(passwordHash);
    const token = await resetToken(email);
    for (const unfit of ["short", "password123", "Ann.Smith at the quay"]) {
      const response = await choose(token, unfit);
      expect(response.status).toBe(400);
      expect(((await response.json()) as RequestProblem).fields).toHaveProperty("password");
    }
    expect((await choose(token, "another quay by night")).status).toBe(200);
  });

  it("is void when the account is deleted, and where nobody made it", async () => {
    const { email } = await makeAnn(passwordHash);
    const token = await resetToken(email);
    await rowsOf(database(), "delete from users");
    for (const dead of [token, "", "A".repeat(22), "%00", "x".repeat(64)]) {
      expect((await choose(dead, "another quay by night")).status).toBe(410);
    }
  });
});

describe("following a link to an account", () => {
  it("makes the account and logs in, once", async () => {
    const email = "new@example.org";
    await enrol(email);
    const first = tokenIn(await nextLetter());
    await enrol(email);
    const second = tokenIn(await nextLetter());
    const response = await choose(first, password);
    expect(await response.json()).toMatchObject({ email, made: true });
    expect((await holder(response.headers.getSetCookie()[0] ?? ""))?.email).toBe(email);
    for (const used of [first, second]) {
      expect((await choose(used, "another quay by night")).status).toBe(410);
    }
    expect(await linkRows()).toEqual([]);
  });
});
