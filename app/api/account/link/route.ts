import { problemText } from "#core/text/site/problem-text";
import { endHeldSession } from "#server/account/auth";
import { followLink, linkFollowed } from "#server/account/follow-link";
import { invalidField, problemResponse } from "#server/http/problem-response";
import { setDeviceMark } from "#server/session/device-mark";
import { openToAll } from "#server/session/guarded";
import { setSessionCookie } from "#server/session/session-cookie";

/** Sets a password by a link, and logs in. A session that this browser held before ends. */
export const POST = openToAll({ schema: linkFollowed, maxBytes: 10_000 }, async (given) => {
  const { database, input, cookies, userAgent, now } = given;
  const id = crypto.randomUUID();
  const followed = await followLink(database, { ...input, id, userAgent, now });
  switch (followed.outcome) {
    case "reset":
    case "registered": {
      const { outcome, token, id: userId, email } = followed;
      // The password is set by now, so that a session which cannot be ended is logged, not told.
      await endHeldSession(database, cookies).catch(console.error);
      const response = Response.json({ id: userId, email, made: outcome === "registered" });
      response.headers.append("set-cookie", setSessionCookie(token));
      response.headers.append("set-cookie", setDeviceMark({ cookies, userId, now }));
      return response;
    }
    case "unfit":
      return problemResponse(invalidField("password", followed.message));
    case "expired":
      return problemResponse({ error: "expired", message: problemText().linkExpired });
  }
});
