import type { SyncResponse } from "#core/log/sync-types";
import type { Database } from "#db/client";
import { readLogVersion } from "#db/log-heads";
import type { Catalog } from "#server/base/catalog";
import { giveWay, makePace } from "#server/base/give-way";
import { slicedJson } from "#server/http/sliced-json";
import { splitArray } from "#server/http/split-array";
import { mostEntries, sync, syncRequest } from "#server/log/sync";

/** Whose log is made hard to work with. */
export const learner = { id: "bench", email: "bench@example.com", tokenHash: "t" };

/** What a case is made on. */
export type Given = { database: Database; catalog: Catalog; now: number };

/** An exchange of a new device, answer included. Throws where an entry is not stored. */
export async function exchange(
  { database, catalog, now }: Given,
  entries: unknown[],
): Promise<SyncResponse> {
  const asked = { account: learner.id, device: "d", since: 0, entries };
  const pace = makePace();
  const answer = await sync(database, { ...asked, learner, cards: catalog.cards, now, pace });
  const wrong = answer?.results.find(({ status }) => status !== "stored");
  if (answer?.results.length !== entries.length || wrong) {
    throw new Error(`Not all was stored: ${JSON.stringify(wrong ?? answer)}`);
  }
  const response = await slicedJson(answer, { pace, learner: learner.id });
  await response.arrayBuffer();
  return answer;
}

/** As the route does it, from the text of the body on; null where it is refused. */
export async function exchangeText(given: Given, text: string): Promise<SyncResponse | null> {
  await giveWay();
  const asked = syncRequest.safeParse(splitArray(text, { name: "entries", most: mostEntries }));
  return asked.success ? exchange(given, asked.data.entries) : null;
}

/** Without asking for what others wrote. */
export async function exchangeOnly(
  { database, catalog, now }: Given,
  entries: unknown[],
): Promise<void> {
  const since = (await readLogVersion(database, learner.id)) ?? 0;
  const asked = { account: learner.id, device: "d", since, entries };
  await sync(database, { ...asked, learner, cards: catalog.cards, now });
}
