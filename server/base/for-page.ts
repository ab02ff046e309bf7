import "server-only";
import { databaseTrouble } from "#db/trouble";
import { currentRequest } from "./request-context";

/** When a page is to be asked for again that found no database, seconds. */
const pause = 5;

/**
 * What a page reads. Where the database cannot be asked now, the page is put off: it breaks as it
 * would, with an answer that says that it is worth to be asked again.
 */
export async function forPage<Given>(read: Promise<Given>): Promise<Given> {
  try {
    return await read;
  } catch (error) {
    if (databaseTrouble(error)) currentRequest()?.putOff?.(pause);
    throw error;
  }
}
