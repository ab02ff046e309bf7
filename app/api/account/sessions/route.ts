import { logOutHere, sessionsToEnd } from "#server/auth";
import { guarded } from "#server/guarded";
import { logOutEverywhere } from "#server/log-out-everywhere";
import { clearSessionCookie } from "#server/session-cookie";

/** Logs this device out, or this and every other. */
export const POST = guarded({ schema: sessionsToEnd, maxBytes: 1000 }, async (given) => {
  const { database, input, learner } = given;
  if (input.end === "here") await logOutHere(database, learner);
  else await logOutEverywhere(database, learner.id);
  return Response.json({ ok: true }, { headers: { "set-cookie": clearSessionCookie() } });
});
