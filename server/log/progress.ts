import "server-only";
import { addTo, type DailyTotal, type Sums, summed } from "#core/log/totals";
import { type ProgressModel, progressModel } from "#core/progress/progress-model";
import { settingsOf } from "#core/scheduling/settings";
import { momentOf, utcOffsetIn } from "#core/scheduling/study-day";
import type { Database } from "#db/client";
import { type BandTotal, readBandTotals } from "#db/daily-totals";
import type { Catalog } from "#server/base/catalog";
import { makePace, type Pace } from "#server/base/give-way";
import { inTurn } from "#server/base/in-turn";
import { checkWork, noteWork } from "#server/base/work-account";
import { logHead } from "./log-head";
import { newestQuizzes } from "./newest-quizzes";
import { statesOf } from "./states";

type Asked = {
  learner: string;
  catalog: Catalog;
  /** IANA zone in which the learner's day begins; one that is unknown counts as UTC. */
  zone: string | null;
  now: number;
};

/** `version` is that of the log which it was read from; what was stored meanwhile may be in it. */
export type ReadProgress = { model: ProgressModel; version: number };

/**
 * Where a learner stands today, from the stored totals and states; the log itself is not read. It has
 * its turn, and is counted, as what else is asked for the learner. Throws TryLater.
 */
export function readProgress(database: Database, asked: Asked): Promise<ReadProgress> {
  const { learner } = asked;
  return inTurn({ learner, size: 1 }, async () => {
    checkWork(learner, Date.now());
    const pace = makePace();
    try {
      return await progressOf(database, { ...asked, pace });
    } finally {
      noteWork(learner, { spent: pace.spent(), now: Date.now() });
    }
  });
}

async function progressOf(
  database: Database,
  { learner, catalog, zone, now, pace }: Asked & { pace: Pace },
): Promise<ReadProgress> {
  const head = await logHead(database, { learner, pace });
  const cards = catalog.index.cards.map(({ id }) => id);
  const at = momentOf({ ms: now, utcOffset: offsetIn(zone, now) });
  const states = head ? await statesOf(database, { learner, cards, head }) : new Map();
  const totals = await totalsOf(database, { learner, today: at.studyDay, pace });
  const quizzes = await newestQuizzes(database, { learner, pace });
  const settings = settingsOf(head?.settings ?? {});
  await pace.end();
  const { entries, leftOut } = quizzes;
  const { index } = catalog;
  const model = progressModel({ index, states, totals, entries, settings, at });
  return { model: { ...model, quizzesLeftOut: leftOut }, version: head?.version ?? 0 };
}

/** Days that are told one by one, today the last; what is older counts as one day. */
const told = 400;

/**
 * What all days come to by band, which is what a page of progress needs of them: not topic, kind or
 * mode, which make many rows of a day.
 */
async function totalsOf(
  database: Database,
  { learner, today, pace }: { learner: string; today: number; pace: Pace },
): Promise<DailyTotal[]> {
  const sums: Sums = new Map();
  for (let from: number | null = Number.MIN_SAFE_INTEGER; from !== null; ) {
    const month: { totals: BandTotal[]; next: number | null } = await readBandTotals(database, {
      learner,
      from,
    });
    for (const total of month.totals) {
      const studyDay = Math.max(total.studyDay, today - told);
      addTo(sums, { ...total, ...anyOfThem, studyDay });
    }
    from = month.next;
    await pace.rest(month.totals.length + 1);
  }
  return summed(sums).filter(({ reviews }) => reviews !== 0);
}

const anyOfThem = { topic: "", kind: "recall", mode: "study" } as const;

function offsetIn(zone: string | null, now: number): number {
  try {
    return zone ? utcOffsetIn(zone, now) : 0;
  } catch {
    return 0;
  }
}
