import { logOutHere, sessionsToEnd } from "#server/account/auth";
import { guarded } from "#server/session/guarded";
import { logOutEverywhere } from "#server/session/log-out-everywhere";
import { lateEnding, logOutLate } from "#server/session/log-out-late";
import { clearSessionCookie } from "#server/session/session-cookie";

/** Logs this device out, or this and every other; where it was asked for earlier, as of then. */
export const POST = guarded(
  { schema: lateEnding.or(sessionsToEnd), maxBytes: 1000 },
  async ({ database, input, learner, now }) => {
    if ("ago" in input) {
      const ended = await logOutLate(database, { learner, ending: input, now });
      if (!ended) return Response.json({ ok: true });
    } else if (input.end === "here") await logOutHere(database, learner);
    else await logOutEverywhere(database, learner.id);
    return Response.json({ ok: true }, { headers: { "set-cookie": clearSessionCookie() } });
  },
);
