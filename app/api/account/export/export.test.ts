import { afterAll, beforeAll, expect, it } from "vitest";
import { addUser } from "#db/users";
import { database } from "#server/base/database";
import { startSample } from "#server/base/sample-app";
import { openSession } from "#server/session/session";
import { GET, HEAD } from "./route";

let sample: Awaited<ReturnType<typeof startSample>>;
let token = "";

beforeAll(async () => {
  sample = await startSample();
  const user = { id: "ann", email: "ann@example.org", passwordHash: "x", createdAt: 1 };
  await addUser(database(), user);
  token = await openSession(database(), { userId: "ann", now: Date.now() });
});

afterAll(() => sample.end());

const asked = (cookie: string) =>
  new Request("http://localhost:3000/api/account/export", { headers: { cookie } });
const get = (cookie: string) => GET(asked(cookie));

it("gives whoever is logged in one file, which no cache keeps", async () => {
  const response = await get(`mooring.session=${token}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="mooring-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(response.headers.get("cache-control")).toBe("no-store");
  const file = (await response.json()) as Record<string, unknown>;
  expect(file).toMatchObject({ account: { id: "ann", email: "ann@example.org" }, entries: [] });
  expect((await get("mooring.session=none")).status).toBe(401);
  expect((await get("")).status).toBe(401);
});

it("begins no export for its head alone, which nobody reads", async () => {
  const cookie = `mooring.session=${token}`;
  const head = await HEAD(asked(cookie));
  const response = await get(cookie);
  expect([head.status, response.status]).toEqual([200, 200]);
  const of = ({ headers }: Response) => [...headers];
  expect(of(head)).toEqual(of(response));
  await response.body?.cancel();
  expect((await HEAD(asked("mooring.session=none"))).status).toBe(401);
});
