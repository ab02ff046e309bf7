import "server-only";
import { commonPasswords } from "#server/account/common-passwords";
import { removeEnded } from "#server/account/remove-account";
import { appHooks } from "#server/base/app-hooks";
import { deckCatalog } from "#server/base/catalog";
import { database, prepareDatabase } from "#server/base/database";
import { env } from "#server/base/env";
import { health } from "./health";

/**
 * What has to work before the first request is answered: the settings, the database with its
 * migrations, the deck. The first that does not ends the process, in words for whoever started it.
 * A build runs behind the front alone: what that sees to nothing here does.
 */
export async function startOrEnd(): Promise<void> {
  try {
    env();
    await prepareDatabase();
    await deckCatalog();
    commonPasswords();
    if (process.env.NODE_ENV === "production" && !appHooks().hasFront) {
      throw new Error('This server runs behind its front only: start it by "npm start".');
    }
    appHooks().health = health;
    removeEnded(database()).catch(console.error);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
