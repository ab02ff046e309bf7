import { endAskedSessions, sessionsToEnd } from "#server/account/end-sessions";
import { guarded } from "#server/session/guarded";
import { loggedOutHeaders } from "#server/session/session-cookie";

/** Logs this device out, another one, or this and every other. */
export const POST = guarded({ schema: sessionsToEnd, maxBytes: 1000 }, async (given) => {
  const { database, input, learner, now } = given;
  const isOut = await endAskedSessions(database, { learner, ending: input, now });
  const headers = isOut ? loggedOutHeaders() : {};
  return Response.json({ ok: true }, { headers });
});
