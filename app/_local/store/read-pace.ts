import { inLogOrder } from "#core/log/order";
import type { Entry } from "#core/log/types";
import { measurePace } from "#core/pace/measure-pace";
import { standingReviews } from "#core/scheduling/day-counts";
import type { LocalDatabase } from "#local/browser/local-database";
import type { Learner } from "./learner";
import { withLearnerStore } from "./learner-store";

/** So many of the latest entries tell a pace; older ones tell of another time. */
const latest = 150;

type Words = Parameters<typeof measurePace>[1]["words"];

/**
 * The learner's pace (see measurePace), from what is in this browser: the answers of the last days,
 * or where these are too few, the latest that there are. Null where there are none to speak of.
 */
export async function readPace(learner: Learner, words: Words): Promise<number | null> {
  const { states, recent } = learner;
  const paceIn = (entries: readonly Entry[]) =>
    measurePace(inLogOrder(standingReviews(entries)), { words, states });
  return paceIn(recent) ?? paceIn(await withLearnerStore(readLatest));
}

async function readLatest(database: LocalDatabase): Promise<Entry[]> {
  const entries: Entry[] = [];
  const days = database.transaction("entries").store.index("day");
  let row = await days.openCursor(null, "prev");
  for (; row && entries.length < latest; row = await row.continue()) entries.push(row.value.entry);
  return entries;
}
