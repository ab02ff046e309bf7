import { openToAll } from "#server/guarded";
import { problemResponse } from "#server/problem-response";
import { register, registration } from "#server/register";
import { setSessionCookie } from "#server/session-cookie";

/** Makes an account and signs it in. */
export const POST = openToAll({ schema: registration, maxBytes: 10_000 }, async (given) => {
  const { database, input, address, now } = given;
  const id = crypto.randomUUID();
  const registered = await register(database, { ...input, id, address, now });
  switch (registered.outcome) {
    case "registered":
      return Response.json(
        { id, email: input.email },
        { status: 201, headers: { "set-cookie": setSessionCookie(registered.token) } },
      );
    case "taken": {
      const message = "This e-mail address has an account already. Log in with it instead.";
      return problemResponse({ error: "taken", message, fields: { email: message } });
    }
    case "wait":
      return problemResponse({ error: "wait", message: registered.message });
  }
});
