import type { Database } from "#db/client";
import { findUserByEmail } from "#db/users";
import { emailSchema } from "#server/account/credentials-schema";
import { linkAddress, linkMinutes, makeLink } from "#server/account/links";
import { readEnv } from "#server/base/env";
import { localUrl } from "./settings.mjs";
import { dataDir, withStored } from "./stored-database";

/**
 * For whoever runs the server: `npm run account -- reset ADDRESS` prints a link by which somebody
 * who lost their password chooses a new one. The server may run meanwhile.
 */

const usage = "Say: npm run account -- reset ADDRESS";

async function main([command, address, ...more]: readonly string[]): Promise<void> {
  if (command !== "reset" || address === undefined || more.length > 0) throw new Error(usage);
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new Error(`${address} is not an e-mail address.\n${usage}`);
  await withStored("account_links", async (database) => {
    // Where the server's secret is in a file, it is there by now.
    const settings = readEnv({ ...process.env, DATA_DIR: dataDir() });
    const origin = settings.appUrl ?? localUrl(settings);
    const link = await resetLink(database, { email: email.data, origin });
    console.log(`${link}\n`);
    console.log(`By this link ${email.data} chooses a new password, once, within ${linkMinutes}`);
    console.log("minutes. They are logged out on every other device then.");
  });
}

async function resetLink(
  database: Database,
  { email, origin }: { email: string; origin: string },
): Promise<string> {
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
