import { guarded } from "#server/guarded";
import { endOfSessions, logOutEverywhere } from "#server/log-out-everywhere";
import { clearSessionCookie } from "#server/session-cookie";

/** Logs this and every other device out. */
export const POST = guarded(
  { schema: endOfSessions, maxBytes: 1000 },
  async ({ database, learner }) => {
    await logOutEverywhere(database, learner.id);
    return Response.json({ ok: true }, { headers: { "set-cookie": clearSessionCookie() } });
  },
);
