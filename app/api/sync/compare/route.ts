import { problemResponse } from "#server/http/problem-response";
import { compare, compareRequest } from "#server/log/compare";
import { guarded, signedOut } from "#server/session/guarded";

/** Whether a device holds what the server holds; core/log/sync-types says what is sent. */
export const POST = guarded(
  { schema: compareRequest, maxBytes: 1_048_576, inTurn: true },
  async (given) => {
    const { database, input, learner, now } = given;
    const answer = await compare(database, { ...input, learner, now });
    return answer ? Response.json(answer) : problemResponse(signedOut);
  },
);
