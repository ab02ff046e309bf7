import "server-only";
import { type ProgressModel, progressModel } from "#core/progress/progress-model";
import { foldSettings } from "#core/scheduling/settings";
import { momentOf, utcOffsetIn } from "#core/scheduling/study-day";
import { readStatesSince } from "#db/card-states";
import type { Database } from "#db/client";
import { readTotals } from "#db/daily-totals";
import { readQuizEntries, readSettingEntries } from "#db/entries";
import type { Catalog } from "#server/base/catalog";

/** Before the log's first version. */
const allOfThem = -1;

type Asked = {
  learner: string;
  catalog: Catalog;
  /** IANA zone in which the learner's day begins; one that is unknown counts as UTC. */
  zone: string | null;
  now: number;
};

/** Where a learner stands today, from the stored totals and states; the log itself is not read. */
export async function readProgress(database: Database, asked: Asked): Promise<ProgressModel> {
  const { learner, catalog, zone, now } = asked;
  const [states, totals, settings, entries] = await Promise.all([
    readStatesSince(database, { learner, version: allOfThem }),
    readTotals(database, learner),
    readSettingEntries(database, learner),
    readQuizEntries(database, learner),
  ]);
  return progressModel({
    index: catalog.index,
    states: new Map(states.map(({ card, state }) => [card, state])),
    totals,
    entries,
    settings: foldSettings(settings),
    at: momentOf({ ms: now, utcOffset: offsetIn(zone, now) }),
  });
}

function offsetIn(zone: string | null, now: number): number {
  try {
    return zone ? utcOffsetIn(zone, now) : 0;
  } catch {
    return 0;
  }
}
