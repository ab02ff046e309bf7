import "server-only";
import { randomUUID } from "node:crypto";
import { proveStoring } from "#db/alive";
import { database } from "#server/base/database";

/**
 * Whether the app can do its work: something was stored just now. Anybody may ask, so that it tells
 * no more than that; why not stands in the log.
 */
export async function health(): Promise<{ ok: boolean }> {
  try {
    await proveStoring(database(), randomUUID());
    return { ok: true };
  } catch (error) {
    console.error(error);
    return { ok: false };
  }
}
