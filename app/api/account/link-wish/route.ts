import { askForLink, linkWish } from "#server/account/ask-for-link";
import { problemResponse, waitProblem } from "#server/http/problem-response";
import { openToAll } from "#server/session/guarded";

/** Mails a link; the answer is the same whether the address has an account or not. */
export const POST = openToAll({ schema: linkWish, maxBytes: 10_000 }, async (given) => {
  const { database, input, address, now } = given;
  const asked = await askForLink(database, { ...input, address, now });
  switch (asked.outcome) {
    case "asked":
      return Response.json({ ok: true }, { status: 202 });
    case "no-mail":
      return problemResponse({ error: "invalid", message: asked.message });
    case "wait":
      return problemResponse(waitProblem(asked.seconds));
  }
});
