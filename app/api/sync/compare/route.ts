import { protocol } from "#core/log/protocol";
import { problemText } from "#core/text/site/problem-text";
import { problemResponse } from "#server/http/problem-response";
import { slicedJson } from "#server/http/sliced-json";
import { compare, compareRequest, mostCards, readHeld } from "#server/log/compare";
import { guarded, signedOut } from "#server/session/guarded";

/** Whether a device holds what the server holds; core/log/sync-types says what is sent. */
export const POST = guarded(
  {
    schema: compareRequest,
    maxBytes: 1_048_576,
    inTurn: { split: { name: "held", most: mostCards } },
  },
  async (given) => {
    const { database, input, learner, now, pace } = given;
    const held = await readHeld(input.held, pace);
    if (held === null) return problemResponse({ error: "invalid", message: problemText().invalid });
    const answer = await compare(database, { ...input, held, learner, now, pace });
    return answer
      ? slicedJson({ protocol, ...answer }, { pace, learner: learner.id })
      : problemResponse(signedOut);
  },
);
