import { protocol } from "#core/log/protocol";
import { problemResponse } from "#server/http/problem-response";
import { examRequest, readExam } from "#server/log/read-exam";
import { guarded, signedOut } from "#server/session/guarded";

/** How an exam of the learner's is or was timed by the server's clock. */
export const POST = guarded({ schema: examRequest, maxBytes: 1000, inTurn: {} }, async (given) => {
  const { database, input, learner, now } = given;
  const answer = await readExam(database, { ...input, learner, now });
  return answer ? Response.json({ protocol, ...answer }) : problemResponse(signedOut);
});
