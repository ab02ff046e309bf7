import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asFile } from "#db/sample-database";
import { findUserByEmail } from "#db/users";
import { database } from "#server/base/database";
import { inRequest } from "#server/base/request-context";
import { startSample } from "#server/base/sample-app";
import { POST as register } from "./register/route";
import {
  beginAnew,
  closeMail,
  enrol,
  letters,
  linkRows,
  makeAnn,
  nextLetter,
  openMail,
  refusals,
  reset,
  tokenIn,
} from "./sample-links";
import { post } from "./sample-requests";

let sample: Awaited<ReturnType<typeof startSample>>;

beforeAll(async () => {
  await openMail();
  sample = await startSample();
});

beforeEach(beginAnew);

afterAll(async () => {
  await sample.end();
  await closeMail();
});

/** Everything in an answer that could tell one address from another. */
async function seen(response: Response): Promise<unknown> {
  return [response.status, [...response.headers], await response.text()];
}

describe("asking for a link", () => {
  it("is answered before anything is looked up, the same for every address", async () => {
    const { email } = await makeAnn("x");
    const unknown = await reset("nobody@example.org");
    const known = await reset(` ${email.toUpperCase()} `);
    expect(await linkRows()).toEqual([]);
    expect(await seen(known)).toEqual(await seen(unknown));
    expect(known.status).toBe(202);
    // The unknown one was asked for first, and has no letter.
    expect((await nextLetter()).to).toBe(email);
    expect(letters).toEqual([]);
  });

  it("writes as much where there is no account, and no link that works", async () => {
    const changes = () =>
      asFile(database()).$client.prepare("select total_changes()").pluck().get();
    const before = Number(changes());
    await reset("nobody@example.org");
    // Two attempts are counted; a link is written, and removed.
    await expect.poll(() => Number(changes()) - before).toBe(4);
    expect(await linkRows()).toEqual([]);
    expect(letters).toEqual([]);
  });

  it("to make an account is answered the same, and told in the mailbox", async () => {
    const { email } = await makeAnn("x");
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
    const { email } = await makeAnn("x");
    const known = await register(post({ email, password: "moored at the quay" }));
    const unknown = await register(
      post({ email: "new@example.org", password: "moored at the quay" }),
    );
    expect(known.status).toBe(400);
    expect(await seen(known)).toEqual(await seen(unknown));
    expect(await findUserByEmail(database(), "new@example.org")).toBeNull();
  });

  it("writes a letter that can be read as it is, with the link on a line of its own", async () => {
    const { email } = await makeAnn("x");
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
    const { email } = await makeAnn("x");
    for (let made = 0; made < 9; made += 1) expect((await reset(email)).status).toBe(202);
    await reset("ann@example.org");
    for (let made = 0; made < 5; made += 1) expect((await nextLetter()).to).toBe(email);
    expect(await linkRows()).toHaveLength(5);
  });

  it("is throttled by network, for addresses with and without an account", async () => {
    const ask = (email: string) =>
      inRequest({ id: "1", address: "203.0.113.9" }, () => reset(email));
    for (let n = 0; n < 30; n += 1) {
      expect((await ask(`nobody${n}@example.org`)).status).toBe(202);
    }
    const { email } = await makeAnn("x");
    const refused = await ask(email);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("logs what could not be sent, without the address and the link", async () => {
    const logged = vi.mocked(console.error).mockImplementation(() => undefined);
    const { email } = await makeAnn("x");
    refusals.set(email, 550);
    await reset(email);
    await vi.waitFor(() => expect(logged).toHaveBeenCalled());
    refusals.clear();
    expect(logged.mock.calls).toEqual([["A mail was not sent: EENVELOPE 550"]]);
    logged.mockReset();
  });
});
