import { closeDatabase, type Database, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { addSession } from "#db/sessions";
import { addUser } from "#db/users";
import { hashToken, newToken } from "#server/session/secret-token";

/** Someone signed in: the account and the Cookie header that says so. */
export type Account = { id: string; email: string; cookie: string };

/** One day, in milliseconds: longer than any run. */
const day = 86_400_000;

/** Registers accounts with the running app, as its form does. */
export async function registerAccounts(url: string, count: number): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let n = 0; n < count; n += 1) accounts.push(await register(url, `bench-${n}@example.com`));
  return accounts;
}

async function register(url: string, email: string): Promise<Account> {
  const response = await fetch(`${url}/api/account/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: "a long enough password" }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  const answer: unknown = await response.json();
  if (!cookie || !hasId(answer)) throw new Error(`No account was made: ${JSON.stringify(answer)}`);
  return { id: answer.id, email, cookie };
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === "object" && value !== null && "id" in value;
}

/** Makes a database file with accounts in it, for a server that has no way to register so many. */
export async function seedAccounts(
  file: string,
  count: number,
  passwordHash = "",
): Promise<Account[]> {
  const database = openDatabase(file);
  migrate(database, "db/migrations");
  const now = Date.now();
  const accounts: Account[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = `bench-${n}`;
    const email = `${id}@example.com`;
    await addUser(database, { id, email, passwordHash, createdAt: now });
    accounts.push({ id, email, cookie: await newSession(database, id) });
  }
  closeDatabase(database);
  return accounts;
}

/** Signs someone in whom a database file holds, before a server opens it; gives the Cookie header. */
export async function signIn(file: string, id: string): Promise<string> {
  const database = openDatabase(file);
  migrate(database, "db/migrations");
  const cookie = await newSession(database, id);
  closeDatabase(database);
  return cookie;
}

async function newSession(database: Database, userId: string): Promise<string> {
  const now = Date.now();
  const token = newToken();
  const session = { tokenHash: hashToken(token), userId, createdAt: now };
  await addSession(database, { ...session, lastSeenAt: now, expiresAt: now + day });
  return `mooring.session=${token}`;
}

/** How many reviews a database file holds. */
export function countReviews(file: string): number {
  return countRows(file, "select count(*) from entries where type = 'review'");
}

/** How many entries of any kind. */
export function countEntries(file: string): number {
  return countRows(file, "select count(*) from entries");
}

function countRows(file: string, sql: string): number {
  const database = openDatabase(file);
  const found = Number(database.$client.prepare(sql).pluck().get());
  closeDatabase(database);
  return found;
}
