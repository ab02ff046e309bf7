import { changePassword, passwordChange } from "#server/change-password";
import { guarded } from "#server/guarded";
import { problemResponse, wrongPassword } from "#server/problem-response";
import { setSessionCookie } from "#server/session-cookie";

/** Sets a new password; every other device is logged out. */
export const POST = guarded({ schema: passwordChange, maxBytes: 10_000 }, async (given) => {
  const { database, input, learner, now } = given;
  const changed = await changePassword(database, { ...input, learner: learner.id, now });
  switch (changed.outcome) {
    case "changed":
      return Response.json(
        { ok: true },
        { headers: { "set-cookie": setSessionCookie(changed.token) } },
      );
    case "wrong":
      return problemResponse(wrongPassword("current"));
    case "wait":
      return problemResponse({ error: "wait", message: changed.message });
  }
});
