import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, type Database, openDatabase } from "#db/client";
import { readHistory } from "#db/histories";
import { migrationsFolder } from "#db/memory-database";
import { migrate } from "#db/migrate";
import { migratePostgres } from "#db/postgres/migrate";
import {
  bareDatabase,
  postgresMigrations,
  samplePostgres,
  urlOf,
} from "#db/postgres/sample-postgres";
import { addUser, findUser } from "#db/users";
import { takeGuestReport } from "#server/log/take-guest-report";
import { openSession, peekSession } from "#server/session/session";
import { withStored } from "./stored-database";

/** What the commands beside the server do where DATABASE_URL names the database. */

let place: Awaited<ReturnType<typeof bareDatabase>>;
let database: Database;
const now = Date.now();

beforeAll(async () => {
  place = await bareDatabase();
  const opened = samplePostgres(place.name);
  await migratePostgres(opened, { folder: postgresMigrations, now });
  database = opened;
  await addUser(database, { id: "ann", email: "ann@example.org", passwordHash: "", createdAt: 0 });
});

afterAll(async () => {
  if (database.engine === "postgres") await database.pool.end();
  await place.remove();
});

type Ran = { code: number; stdout: string; stderr: string };

async function run(script: string, args: readonly string[], url = urlOf(place.name)): Promise<Ran> {
  const node = ["--import", "tsx", "--conditions=react-server", `scripts/${script}.ts`];
  const set = {
    DATABASE_URL: url,
    AUTH_SECRET: "s".repeat(32),
    DATA_DIR: "/nowhere",
    PORT: "4321",
  };
  const env = { ...process.env, ...set };
  try {
    const ran = await promisify(execFile)(process.execPath, [...node, ...args], { env });
    return { code: 0, ...ran };
  } catch (error) {
    return error as Ran;
  }
}

test("a link to a new password is printed", async () => {
  const { stdout } = await run("account", ["reset", "ann@example.org"]);
  expect(stdout).toMatch(/^http:\/\/localhost:4321\/link#[\w-]{22}\n/);
});

test("what was reported is listed", async () => {
  const report = {
    ...{ type: "report", id: "m1", device: "d", sequence: 1, at: now, card: "no-such-card" },
    ...{ cardVersion: "v1", reason: "unclear", text: "Which boxes?" },
  };
  await takeGuestReport(database, { raw: report, address: null, now });
  const { stdout } = await run("reports", ["--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ reports: 1, reportedCards: 1 });
});

test("a backup and putting it back are its own tools', and devices hear of it", async () => {
  const { code, stdout, stderr } = await run("backup", []);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("DATABASE_URL is set: what is stored is in PostgreSQL.");
  const token = await openSession(database, { userId: "ann", now });
  expect(await peekSession(database, { token, now })).not.toBeNull();
  expect((await run("restore", ["--put-back"])).stdout).toContain("log in again");
  expect(await peekSession(database, { token, now })).toBeNull();
  expect(await readHistory(database)).toMatch(/^[0-9a-f]{32}$/);
});

test("everything is moved from a file, and back into another one", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "mooring-moved-"));
  const [from, back] = [path.join(dir, "a.db"), path.join(dir, "b.db")];
  const file = openDatabase(from);
  migrate(file, migrationsFolder);
  const bob = { id: "bob", email: "bob@example.org", passwordHash: "x", createdAt: 7 };
  await addUser(file, bob);
  closeDatabase(file);
  const empty = await bareDatabase();
  const there = await run("move", ["--from", from], urlOf(empty.name));
  expect([there.stderr, there.stdout]).toEqual(["", expect.stringContaining("2 rows, the same")]);
  expect((await run("move", ["--to", back], urlOf(empty.name))).stdout).toContain(
    "2 rows, the same",
  );
  const moved = openDatabase(back);
  expect(await findUser(moved, "bob")).toEqual(bob);
  closeDatabase(moved);
  await empty.remove();
  rmSync(dir, { recursive: true, force: true });
});

test("what is wrong is told, and never the password", async () => {
  const at = (changes: Partial<URL>) => Object.assign(new URL(urlOf(place.name)), changes).href;
  const empty = await bareDatabase();
  const told = async (url: string) => {
    vi.stubEnv("DATABASE_URL", url);
    const failed = await withStored("reports", async () => "nothing").catch((error) => error);
    vi.unstubAllEnvs();
    return String(failed);
  };
  const wrong = {
    "password authentication failed": await told(at({ password: "hunter2hunter2" })),
    "cannot be reached": await told(at({ port: "1" })),
    not_there: await told(urlOf("not_there")),
    "start Mooring once": await told(urlOf(empty.name)),
    sslmode: await told(at({ search: "sslmode=prefer" })),
  };
  await empty.remove();
  const { password } = new URL(urlOf(place.name));
  for (const [reason, text] of Object.entries(wrong)) {
    expect(text).toContain(reason);
    expect(text).not.toMatch(new RegExp(`hunter2|${password}`));
  }
});
