import { protocol } from "#core/log/protocol";
import { problemResponse, waitProblem } from "#server/http/problem-response";
import { guestReport, takeGuestReport } from "#server/log/take-guest-report";
import { openToAll } from "#server/session/guarded";

/** Takes one report of a mistake from a guest; accounts send theirs with their log. */
export const POST = openToAll({ schema: guestReport, maxBytes: 10_000 }, async (given) => {
  const { database, input, address, now } = given;
  // No field of the report: it has to be the same when it comes with the log of an account.
  const { protocol: _, ...raw } = input;
  const taken = await takeGuestReport(database, { raw, address, now });
  switch (taken.outcome) {
    case "stored":
      return Response.json({ protocol, status: taken.outcome }, { status: 201 });
    case "replayed":
      return Response.json({ protocol, status: taken.outcome });
    case "taken":
      return problemResponse({ error: "taken", message: "Another report has this id." });
    case "invalid":
      return problemResponse({ error: "invalid", message: taken.message });
    case "wait":
      return problemResponse(waitProblem(taken.seconds));
  }
});
