import { problemText } from "#core/text/site/problem-text";
import { endHeldSession } from "#server/account/auth";
import { register, registration } from "#server/account/register";
import { database } from "#server/base/database";
import { problemResponse, waitProblem } from "#server/http/problem-response";
import { setDeviceMark } from "#server/session/device-mark";
import { openToAll } from "#server/session/guarded";
import { setSessionCookie } from "#server/session/session-cookie";

/** Makes an account and signs it in. A session that this browser held before ends. */
export async function POST(request: Request): Promise<Response> {
  const response = await makeAccount(request);
  if (response.status === 201) await endBefore(request);
  return response;
}

/** The account is made by now, so that a session which cannot be ended is logged, not told. */
async function endBefore(request: Request): Promise<void> {
  await endHeldSession(database(), request.headers.get("cookie")).catch(console.error);
}

const makeAccount = openToAll({ schema: registration, maxBytes: 10_000 }, async (given) => {
  const { database, input, address, cookies, userAgent, now } = given;
  const id = crypto.randomUUID();
  const registered = await register(database, { ...input, id, address, userAgent, now });
  switch (registered.outcome) {
    case "registered": {
      const response = Response.json({ id, email: input.email, made: true }, { status: 201 });
      response.headers.append("set-cookie", setSessionCookie(registered.token));
      response.headers.append("set-cookie", setDeviceMark({ cookies, userId: id, now }));
      return response;
    }
    case "taken": {
      const message = problemText().emailTaken;
      return problemResponse({ error: "taken", message, fields: { email: message } });
    }
    case "by-link":
      return problemResponse({ error: "invalid", message: registered.message });
    case "wait":
      return problemResponse(waitProblem(registered.seconds));
  }
});
