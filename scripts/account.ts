import { existsSync } from "node:fs";
import path from "node:path";
import { closeDatabase, openDatabase, type SqliteDatabase } from "#db/client";
import { findUserByEmail } from "#db/users";
import { emailSchema } from "#server/account/credentials-schema";
import { linkAddress, linkMinutes, makeLink } from "#server/account/links";
import { readEnv } from "#server/base/env";
import { root } from "./project.mjs";
import { localUrl } from "./settings.mjs";

/**
 * For whoever runs the server: `npm run account -- reset ADDRESS` prints a link by which somebody
 * who lost their password chooses a new one. The server may run meanwhile.
 */

const usage = "Say: npm run account -- reset ADDRESS";

async function main([command, address, ...more]: readonly string[]): Promise<void> {
  if (command !== "reset" || address === undefined || more.length > 0) throw new Error(usage);
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new Error(`${address} is not an e-mail address.\n${usage}`);
  const dataDir = path.resolve(root, process.env.DATA_DIR || "data");
  const file = path.join(dataDir, "mooring.db");
  if (!existsSync(file)) throw new Error(`There is no database yet: ${file}`);
  const settings = readEnv({ ...process.env, DATA_DIR: dataDir });
  const database = openDatabase(file);
  try {
    const origin = settings.appUrl ?? localUrl(settings);
    const link = await resetLink(database, { email: email.data, file, origin });
    console.log(`${link}\n`);
    console.log(`By this link ${email.data} chooses a new password, once, within ${linkMinutes}`);
    console.log("minutes. They are logged out on every other device then.");
  } finally {
    closeDatabase(database);
  }
}

type Wanted = { email: string; file: string; origin: string };

async function resetLink(
  database: SqliteDatabase,
  { email, file, origin }: Wanted,
): Promise<string> {
  const isThere = database.$client
    .prepare("select 1 from sqlite_master where name = 'account_links'")
    .get();
  if (!isThere) throw new Error(`${file} is of an earlier version: start Mooring once.`);
  const user = await findUserByEmail(database, email);
  if (!user) throw new Error(`${email} has no account.`);
  const made = { purpose: "reset", userId: user.id, email: null, now: Date.now() } as const;
  return linkAddress(origin, await makeLink(database, made));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
