import { endAskedSessions, sessionsToEnd } from "#server/account/end-sessions";
import { note } from "#server/base/note";
import { guarded } from "#server/session/guarded";
import { loggedOutHeaders } from "#server/session/session-cookie";

/** Logs this device out, another one, or this and every other. */
export const POST = guarded({ schema: sessionsToEnd, maxBytes: 1000 }, async (given) => {
  const { database, input, learner, now } = given;
  const isOut = await endAskedSessions(database, { learner, ending: input, now });
  if (isOut) note({ event: "logged-out" });
  const headers = isOut ? loggedOutHeaders() : {};
  return Response.json({ ok: true }, { headers });
});
