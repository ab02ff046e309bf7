import "server-only";
import { deckCatalog } from "./catalog";
import { database } from "./database";
import { env } from "./env";
import { scriptHashes } from "./script-hashes";

/**
 * What has to work before the first request is answered: the settings, the database with its
 * migrations, the deck, what the build wrote. The first that does not ends the process, in words for whoever started it.
 */
export async function startOrEnd(): Promise<void> {
  try {
    env();
    database();
    await deckCatalog();
    if (process.env.NODE_ENV === "production") scriptHashes();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
