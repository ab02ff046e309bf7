import "server-only";
import { z } from "zod";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { endSessions } from "#db/sessions";

export const endOfSessions = z.object({ end: z.literal("all") });

/** Ends every session of the learner, on this device and all others. */
export async function logOutEverywhere(database: Database, learner: string): Promise<void> {
  await writeTogether(database, [endSessions(database, learner)]);
}
