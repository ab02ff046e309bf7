import { createHash, randomBytes } from "node:crypto";
import { addLink } from "#db/account/account-links";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { expect, test } from "./fixtures";
import { type Learner, startSession } from "./learner-log";

type Asked = { url: string; cookie: string };

/** Asks what only a session is answered, as pages, the API and the log-in's library answer it. */
async function accepted({ url, cookie }: Asked, learner: Learner): Promise<string[]> {
  const headers = { cookie, "content-type": "application/json" };
  const get = (path: string) => fetch(`${url}${path}`, { headers, redirect: "manual" });
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, { headers, method: "POST", body: JSON.stringify(body) });
  const sync = { account: learner.id, device: "a-copy", since: 0, entries: [] };
  const answers = {
    account: (await get("/account")).status === 200,
    progress: (await (await get("/progress")).text()).includes(learner.email),
    session: (await (await get("/api/auth/session")).text()).includes(learner.email),
    sync: (await post("/api/sync", sync)).status === 200,
    password:
      (await post("/api/account/password", { current: "x", next: "moored" })).status !== 401,
    delete: (await post("/api/account/delete", { password: "a guess" })).status !== 401,
  };
  return Object.entries(answers).flatMap(([what, is]) => (is ? [what] : []));
}

/** A link to a new password, as the server keeps one; gives the token that stands in it. */
async function makeLink(database: Database, { id }: Learner): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("base64url");
  const now = Date.now();
  const link = { tokenHash, purpose: "reset", userId: id, email: null } as const;
  const writes = addLink(database, { ...link, createdAt: now, expiresAt: now + 60_000 });
  await writeTogether(database, writes);
  return token;
}

test("a copied cookie is accepted nowhere once its session has ended, whatever ended it", async ({
  baseURL: url = "",
  account,
  database,
}) => {
  const password = "moored at another quay";
  const endings = ["here", "all", "one", "password", "reset", "delete"] as const;
  for (const ending of endings) {
    const learner = await account();
    const begin = async () => `mooring.session=${await startSession(database, learner)}`;
    const [cookie, copied] = [await begin(), await begin()];
    expect(await accepted({ url, cookie: copied }, learner), ending).toHaveLength(6);

    const post = (path: string, body: object, by = cookie) =>
      fetch(`${url}/api/account/${path}`, {
        method: "POST",
        headers: { cookie: by, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const hash = createHash("sha256").update(copied.replace(/^.*=/, "")).digest("base64url");
    const ended = {
      here: () => post("sessions", { end: "here" }, copied),
      all: () => post("sessions", { end: "all" }),
      one: () => post("sessions", { end: "one", session: hash }),
      password: () => post("password", { current: learner.password, next: password }),
      reset: async () => post("link", { token: await makeLink(database, learner), password }),
      delete: () => post("delete", { password: learner.password }),
    }[ending];
    expect((await ended()).status, ending).toBe(200);
    expect(await accepted({ url, cookie: copied }, learner), ending).toEqual([]);
  }
});
