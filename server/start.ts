import "server-only";
import { commonPasswords } from "#server/account/common-passwords";
import { deckCatalog } from "#server/base/catalog";
import { database } from "#server/base/database";
import { env } from "#server/base/env";
import { scriptHashes } from "#server/http/script-hashes";

/**
 * What has to work before the first request is answered: the settings, the database with its
 * migrations, the deck, what the build wrote. The first that does not ends the process, in words for whoever started it.
 */
export async function startOrEnd(): Promise<void> {
  try {
    env();
    database();
    await deckCatalog();
    commonPasswords();
    if (process.env.NODE_ENV === "production") scriptHashes();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
