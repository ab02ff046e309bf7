import { changePassword, passwordChange } from "#server/account/change-password";
import {
  invalidField,
  problemResponse,
  waitProblem,
  wrongPassword,
} from "#server/http/problem-response";
import { guarded } from "#server/session/guarded";
import { setSessionCookie } from "#server/session/session-cookie";

/** Sets a new password; every other device is logged out. */
export const POST = guarded({ schema: passwordChange, maxBytes: 10_000 }, async (given) => {
  const { database, input, learner, userAgent, now } = given;
  const changed = await changePassword(database, { ...input, learner, userAgent, now });
  switch (changed.outcome) {
    case "changed":
      return Response.json(
        { ok: true },
        { headers: { "set-cookie": setSessionCookie(changed.token) } },
      );
    case "unfit":
      return problemResponse(invalidField("next", changed.message));
    case "wrong":
      return problemResponse(wrongPassword("current"));
    case "wait":
      return problemResponse(waitProblem(changed.seconds));
  }
});
