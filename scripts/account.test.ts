import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "#db/client";
import { migrationsFolder } from "#db/memory-database";
import { migrate } from "#db/migrate";
import { addUser } from "#db/users";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-script-"));
const file = path.join(dir, "mooring.db");

beforeAll(async () => {
  const database = openDatabase(file);
  migrate(database, migrationsFolder);
  await addUser(database, { id: "ann", email: "ann@example.org", passwordHash: "", createdAt: 0 });
  closeDatabase(database);
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What `npm run account` prints, or why it prints nothing. */
async function run(args: readonly string[], settings: object = {}): Promise<string> {
  const script = ["--import", "tsx", "--conditions=react-server", "scripts/account.ts"];
  const env = { ...process.env, DATA_DIR: dir, PORT: "4321", ...settings };
  try {
    const ran = await promisify(execFile)(process.execPath, [...script, ...args], { env });
    return ran.stdout;
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

test("the script prints a link for whoever has an account, and stores only its hash", async () => {
  const said = await run(["reset", " Ann@Example.ORG "]);
  const token = /^http:\/\/localhost:4321\/link#([\w-]{22})\n/.exec(said)?.[1];
  expect(token).toBeDefined();
  const there = await run(["reset", "ann@example.org"], { APP_URL: "https://mooring.example" });
  expect(there).toMatch(/^https:\/\/mooring\.example\/link#[\w-]{22}\n/);
  const database = openDatabase(file);
  const links = database.$client.prepare("select * from account_links").all();
  closeDatabase(database);
  expect(links).toMatchObject([{ user_id: "ann" }, { user_id: "ann" }]);
  expect(JSON.stringify(links)).not.toContain(token);
});

test("the script says what is wrong", async () => {
  expect(await run(["reset", "nobody@example.org"])).toBe("nobody@example.org has no account.\n");
  expect(await run(["reset", "nobody"])).toMatch(/^nobody is not an e-mail address/);
  expect(await run([])).toMatch(/^Say: npm run account -- reset ADDRESS/);
  const nowhere = path.join(dir, "nowhere");
  expect(await run(["reset", "ann@example.org"], { DATA_DIR: nowhere })).toMatch(/no database yet/);
});
