import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { RequestProblem } from "#core/account/types";
import { addUser, findUserByEmail } from "#db/users";
import { authenticate } from "#server/account/authenticate";
import { hashPassword } from "#server/account/password";
import { database } from "#server/base/database";
import { inRequest } from "#server/base/request-context";
import { readDeviceMark } from "#server/session/device-mark";
import { openSession, peekSession } from "#server/session/session";
import { sessionToken } from "#server/session/session-cookie";
import { POST as follow } from "./link/route";
import { POST as wish } from "./link-wish/route";
import { POST as register } from "./register/route";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-link-"));
const origin = "http://mooring.example";
const password = "moored at the quay";

type Letter = { to: string; raw: string };
const letters: Letter[] = [];
const awaited: ((letter: Letter) => void)[] = [];
/** What the mail server says to whoever is written to, 250 where nothing stands here. */
const refusals = new Map<string, number>();

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onRcptTo({ address }, _, answer) {
    const code = refusals.get(address);
    answer(code ? Object.assign(new Error(`no ${address}`), { responseCode: code }) : null);
  },
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8").replaceAll("\r\n", "\n");
      const letter = { to: envelope.rcptTo[0]?.address ?? "", raw };
      const next = awaited.shift();
      if (next) next(letter);
      else letters.push(letter);
      done();
    });
  },
});

const nextLetter = () =>
  new Promise<Letter>((take) => {
    const waiting = letters.shift();
    if (waiting) take(waiting);
    else awaited.push(take);
  });

let passwordHash: string;

beforeAll(async () => {
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", () => up()));
  const { port } = server.server.address() as AddressInfo;
  process.env.DATA_DIR = dir;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Mooring <mooring@mooring.example>";
  process.env.APP_URL = origin;
  passwordHash = await hashPassword(password, { rank: "known" });
});

beforeEach(() => {
  database().$client.exec("delete from attempts; delete from account_links; delete from users");
  letters.length = 0;
});

afterAll(async () => {
  database().$client.close();
  rmSync(dir, { recursive: true, force: true });
  await new Promise<void>((down) => server.close(() => down()));
});

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost:3000/api", {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

async function makeAnn(): Promise<{ id: string; email: string; cookie: string }> {
  const ann = { id: crypto.randomUUID(), email: "ann.smith@example.org" };
  await addUser(database(), { ...ann, passwordHash, createdAt: Date.now() });
  return { ...ann, cookie: await begin(ann.id) };
}

const begin = async (userId: string) =>
  `mooring.session=${await openSession(database(), { userId, now: Date.now() })}`;
const holder = (cookie: string) =>
  peekSession(database(), { token: sessionToken(cookie) ?? "", now: Date.now() });
const linkRows = () =>
  database().$client.prepare<[], { expires_at: number }>("select * from account_links").all();
const reset = (email: string, headers = {}) => wish(post({ purpose: "reset", email }, headers));
const enrol = (email: string) => wish(post({ purpose: "register", email }));
const choose = (token: string, chosen: string) => follow(post({ token, password: chosen }));

/** Everything in an answer that could tell one address from another. */
async function seen(response: Response): Promise<unknown> {
  return [response.status, [...response.headers], await response.text()];
}

function tokenIn({ raw }: Letter): string {
  return /^http:\/\/mooring\.example\/link#([\w-]{22})$/m.exec(raw)?.[1] ?? "no link";
}

async function resetToken(email: string): Promise<string> {
  await reset(email);
  return tokenIn(await nextLetter());
}

describe("asking for a link", () => {
  it("is answered before anything is looked up, the same for every address", async () => {
    const { email } = await makeAnn();
    const unknown = await reset("nobody@example.org");
    const known = await reset(` ${email.toUpperCase()} `);
    expect(linkRows()).toEqual([]);
    expect(await seen(known)).toEqual(await seen(unknown));
    expect(known.status).toBe(202);
    // The unknown one was asked for first, and has no letter.
    expect((await nextLetter()).to).toBe(email);
    expect(letters).toEqual([]);
  });

  it("writes as much where there is no account, and no link that works", async () => {
    const changes = () => database().$client.prepare("select total_changes()").pluck().get();
    const before = Number(changes());
    await reset("nobody@example.org");
    // Two attempts are counted; a link is written, and removed.
    await expect.poll(() => Number(changes()) - before).toBe(4);
    expect(linkRows()).toEqual([]);
    expect(letters).toEqual([]);
  });

  it("to make an account is answered the same, and told in the mailbox", async () => {
    const { email } = await makeAnn();
    const known = await enrol(email);
    const first = await nextLetter();
    const unknown = await enrol("new@example.org");
    const second = await nextLetter();
    expect(await seen(known)).toEqual(await seen(unknown));
    expect(first.raw).toContain("Subject: You have an account at Mooring already");
    expect(second.raw).toContain("Subject: Make your account at Mooring");
    expect([first.to, second.to]).toEqual([email, "new@example.org"]);
    expect([tokenIn(first), tokenIn(second)]).not.toContain("no link");
  });

  it("is the only way to an account: the other one says the same to every address", async () => {
    const { email } = await makeAnn();
    const known = await register(post({ email, password }));
    const unknown = await register(post({ email: "new@example.org", password }));
    expect(known.status).toBe(400);
    expect(await seen(known)).toEqual(await seen(unknown));
    expect(await findUserByEmail(database(), "new@example.org")).toBeNull();
  });

  it("writes a letter that can be read as it is, with the link on a line of its own", async () => {
    const { email } = await makeAnn();
    await reset(email, { host: "evil.example", "x-forwarded-host": "evil.example" });
    const { raw } = await nextLetter();
    const [head = "", ...body] = raw.split("\n\n");
    expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
    expect(head).toMatch(/^Content-Transfer-Encoding: 7bit$/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).toMatch(/^From: Mooring <mooring@mooring\.example>$/m);
    expect(body.join("\n\n")).toContain("within 30 minutes");
    expect(raw).not.toContain("evil");
    expect(
      Math.max(
        ...body
          .join("\n\n")
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThan(77);
  });

  it("fills no mailbox, and does not tell that either", async () => {
    const { email } = await makeAnn();
    for (let made = 0; made < 9; made += 1) expect((await reset(email)).status).toBe(202);
    await reset("ann@example.org");
    for (let made = 0; made < 5; made += 1) expect((await nextLetter()).to).toBe(email);
    expect(linkRows()).toHaveLength(5);
  });

  it("is throttled by network, for addresses with and without an account", async () => {
    const ask = (email: string) =>
      inRequest({ id: "1", address: "203.0.113.9" }, () => reset(email));
    for (let n = 0; n < 30; n += 1) {
      expect((await ask(`nobody${n}@example.org`)).status).toBe(202);
    }
    const { email } = await makeAnn();
    const refused = await ask(email);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("logs what could not be sent, without the address and the link", async () => {
    const logged = vi.mocked(console.error).mockImplementation(() => undefined);
    const { email } = await makeAnn();
    refusals.set(email, 550);
    await reset(email);
    await vi.waitFor(() => expect(logged).toHaveBeenCalled());
    refusals.clear();
    expect(logged.mock.calls).toEqual([["A mail was not sent: EENVELOPE 550"]]);
    logged.mockReset();
  });
});

describe("following a link to a new password", () => {
  it("sets it, ends every session and begins one here, in a browser that is known then", async () => {
    const { id, email, cookie } = await makeAnn();
    const elsewhere = await begin(id);
    const token = await resetToken(email);
    expect(JSON.stringify(linkRows())).not.toContain(token);
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
    const { id, email } = await makeAnn();
    for (let n = 0; n < 12; n += 1) {
      const address = `198.51.100.${n}`;
      const guess = { email, password: `guess ${n}`, address, cookies: null, now: Date.now() };
      await authenticate(database(), guess);
    }
    const response = await choose(await resetToken(email), "another quay by night");
    expect((await holder(response.headers.getSetCookie()[0] ?? ""))?.id).toBe(id);
  });

  it("works once, and makes every other link of the account void", async () => {
    const { email } = await makeAnn();
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
    const { email } = await makeAnn();
    const token = await resetToken(email);
    const ends = linkRows()[0]?.expires_at ?? 0;
    expect(ends - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    expect(ends - Date.now()).toBeGreaterThan(29 * 60_000);
    database().$client.prepare("update account_links set expires_at = ?").run(Date.now());
    expect((await choose(token, "another quay by night")).status).toBe(410);
  });

  it("refuses a password that is not fit, and works still", async () => {
    const { email } = await makeAnn();
    const token = await resetToken(email);
    for (const unfit of ["short", "password123", "Ann.Smith at the quay"]) {
      const response = await choose(token, unfit);
      expect(response.status).toBe(400);
      expect(((await response.json()) as RequestProblem).fields).toHaveProperty("password");
    }
    expect((await choose(token, "another quay by night")).status).toBe(200);
  });

  it("is void when the account is deleted, and where nobody made it", async () => {
    const { email } = await makeAnn();
    const token = await resetToken(email);
    database().$client.exec("delete from users");
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
    expect(linkRows()).toEqual([]);
  });
});
