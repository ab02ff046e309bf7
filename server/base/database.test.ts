import { afterEach, expect, it, vi } from "vitest";
import { openPostgres, type PostgresDatabase } from "#db/postgres/client";
import { readDatabaseUrl } from "#db/postgres/read-url";
import { bareDatabase, urlOf } from "#db/postgres/sample-postgres";
import { makeRelay } from "#db/postgres/sample-relay";
import { addUser } from "#db/users";
import { migrateOnceThere } from "./database";

const opened: PostgresDatabase[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ pool }) => pool.end())));

function open(url: URL): PostgresDatabase {
  const read = readDatabaseUrl(url.href);
  if (!read.ok) throw new Error(read.reason);
  const database = openPostgres(read.place);
  opened.push(database);
  return database;
}

it("a start waits for a database that is not there yet, says so once, and makes its schema", async () => {
  const said = vi.mocked(console.error).mockImplementation(() => undefined);
  const { name, remove } = await bareDatabase();
  const url = new URL(urlOf(name));
  const relay = await makeRelay(Number(url.port));
  url.port = String(relay.port);
  const database = open(url);
  const starting = migrateOnceThere(database, { longestMs: 60_000, pauseMs: 10 });
  await vi.waitFor(() => expect(said).toHaveBeenCalled());
  await new Promise((next) => setTimeout(next, 100));
  await relay.mend();
  await starting;
  expect(said.mock.calls).toEqual([[expect.stringContaining("It is tried again")]]);
  expect(said.mock.calls.join()).not.toContain(url.password);
  const user = { id: "ann", email: "ann@example.org", passwordHash: "x", createdAt: 0 };
  expect(await addUser(database, user)).toBe("added");
  said.mockReset();
  await Promise.all(opened.splice(0).map(({ pool }) => pool.end()));
  relay.cut();
  await remove();
});

it("ends in words where it never comes, or says that it will not", async () => {
  const said = vi.mocked(console.error).mockImplementation(() => undefined);
  const away = new URL(urlOf("postgres"));
  away.port = "1";
  const patience = { longestMs: 50, pauseMs: 10 };
  await expect(migrateOnceThere(open(away), patience)).rejects.toThrow(/cannot be reached.*ECONN/);
  said.mockReset();
  const wrong = new URL(urlOf("postgres"));
  wrong.password = "hunter2hunter2";
  const failed = await migrateOnceThere(open(wrong)).catch((error: unknown) => String(error));
  expect(failed).toContain("password authentication failed");
  expect(failed).not.toContain("hunter2");
});
