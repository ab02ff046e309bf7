import { protocol } from "#core/log/protocol";
import { deckCatalog } from "#server/base/catalog";
import { problemResponse } from "#server/http/problem-response";
import { slicedJson } from "#server/http/sliced-json";
import { firstPart } from "#server/log/first-part";
import { mostEntries, sync, syncRequest } from "#server/log/sync";
import { tellHistory } from "#server/log/tell-history";
import { guarded, signedOut } from "#server/session/guarded";

const exchange = guarded(
  {
    schema: syncRequest,
    maxBytes: 1_048_576,
    inTurn: { split: { name: "entries", most: mostEntries } },
  },
  async (given) => {
    const { database, input, learner, now, pace } = given;
    const catalog = await deckCatalog();
    const answer = await sync(database, { ...input, learner, cards: catalog.cards, now, pace });
    if (!answer) return problemResponse(signedOut);
    const { utcOffset } = input;
    const part =
      utcOffset === undefined ? null : firstPart(catalog, answer, { ms: now, utcOffset });
    const response = await slicedJson({ protocol, ...answer }, { pace, learner: learner.id });
    if (part !== null) response.headers.set("x-first-part", part);
    return response;
  },
);

/** One exchange between a device and the learner's log; core/log/sync-types says what is sent. */
export async function POST(request: Request): Promise<Response> {
  return tellHistory(await exchange(request));
}
