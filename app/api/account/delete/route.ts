import { accountDeletion, deleteAccount } from "#server/account/delete-account";
import { problemResponse, waitProblem, wrongPassword } from "#server/http/problem-response";
import { guarded } from "#server/session/guarded";
import { loggedOutHeaders } from "#server/session/session-cookie";

/** Removes the account and everything in it. */
export const POST = guarded({ schema: accountDeletion, maxBytes: 10_000 }, async (given) => {
  const { database, input, learner, now } = given;
  const deleted = await deleteAccount(database, { ...input, learner, now });
  switch (deleted.outcome) {
    case "deleted":
      return Response.json({ ok: true }, { headers: loggedOutHeaders() });
    case "wrong":
      return problemResponse(wrongPassword("password"));
    case "wait":
      return problemResponse(waitProblem(deleted.seconds));
  }
});
