import { z } from "zod";
import { guarded } from "#server/guarded";
import { logOutEverywhere } from "#server/log-out-everywhere";
import { clearSessionCookie } from "#server/session-cookie";

const end = z.object({ end: z.literal("all") });

/** Logs this and every other device out. */
export const POST = guarded({ schema: end, maxBytes: 1000 }, async ({ database, learner }) => {
  await logOutEverywhere(database, learner.id);
  return Response.json({ ok: true }, { headers: { "set-cookie": clearSessionCookie() } });
});
