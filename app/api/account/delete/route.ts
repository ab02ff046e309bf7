import { accountDeletion, deleteAccount } from "#server/account/delete-account";
import { problemResponse, wrongPassword } from "#server/http/problem-response";
import { guarded } from "#server/session/guarded";
import { clearSessionCookie } from "#server/session/session-cookie";

/** Removes the account and everything in it. */
export const POST = guarded({ schema: accountDeletion, maxBytes: 10_000 }, async (given) => {
  const { database, input, learner } = given;
  const deleted = await deleteAccount(database, { ...input, learner: learner.id });
  switch (deleted.outcome) {
    case "deleted":
      return Response.json({ ok: true }, { headers: { "set-cookie": clearSessionCookie() } });
    case "wrong":
      return problemResponse(wrongPassword("password"));
    case "wait":
      return problemResponse({ error: "wait", message: deleted.message });
  }
});
