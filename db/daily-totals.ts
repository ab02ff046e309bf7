import { type AnyColumn, and, eq, gte, lt, sql } from "drizzle-orm";
import type { DailyTotal } from "#core/log/totals";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { dailyTotals } from "./schema";
import type { Write } from "./write";

const ofLearner = prepareOnce((builder) =>
  builder
    .select()
    .from(dailyTotals)
    .where(eq(dailyTotals.learner, sql.placeholder("learner"))),
);

const fromDay = gte(dailyTotals.studyDay, sql.placeholder("from"));

const firstDay = prepareOnce((builder) =>
  builder
    .select({ studyDay: dailyTotals.studyDay })
    .from(dailyTotals)
    .where(and(eq(dailyTotals.learner, sql.placeholder("learner")), fromDay))
    .orderBy(dailyTotals.studyDay)
    .limit(1),
);

const sumOf = (column: AnyColumn) => sql<number>`sum(${column})`;

const byDayAndBand = prepareOnce((builder) =>
  builder
    .select({
      studyDay: dailyTotals.studyDay,
      band: dailyTotals.band,
      reviews: sumOf(dailyTotals.reviews),
      passed: sumOf(dailyTotals.passed),
      first: sumOf(dailyTotals.first),
      firstPassed: sumOf(dailyTotals.firstPassed),
      introduced: sumOf(dailyTotals.introduced),
      duration: sumOf(dailyTotals.duration),
    })
    .from(dailyTotals)
    .where(
      and(
        eq(dailyTotals.learner, sql.placeholder("learner")),
        fromDay,
        lt(dailyTotals.studyDay, sql.placeholder("until")),
      ),
    )
    .groupBy(dailyTotals.studyDay, dailyTotals.band),
);

const add = prepareWrite((builder) =>
  builder
    .insert(dailyTotals)
    .values(placeholders(dailyTotals))
    .onConflictDoUpdate({
      target: [
        dailyTotals.learner,
        dailyTotals.studyDay,
        dailyTotals.topic,
        dailyTotals.kind,
        dailyTotals.band,
        dailyTotals.mode,
      ],
      set: {
        reviews: sql`${dailyTotals.reviews} + excluded.reviews`,
        passed: sql`${dailyTotals.passed} + excluded.passed`,
        first: sql`${dailyTotals.first} + excluded.first`,
        firstPassed: sql`${dailyTotals.firstPassed} + excluded.first_passed`,
        introduced: sql`${dailyTotals.introduced} + excluded.introduced`,
        duration: sql`${dailyTotals.duration} + excluded.duration`,
      },
    }),
);

/** Adds to a total; the amounts may be negative. */
export function addToTotal(
  database: Database,
  { learner, total }: { learner: string; total: DailyTotal },
): Write {
  return add(database, { learner, ...total });
}

/** All totals of a learner, in no order; those that came to nothing are left out. */
export async function readTotals(database: Database, learner: string): Promise<DailyTotal[]> {
  const rows = await ofLearner(database).all({ learner });
  return rows.filter((row) => row.reviews !== 0).map(({ learner: _, ...total }) => total);
}

/** A day's totals by band, whatever topic, kind and mode they are of. */
export type BandTotal = Omit<DailyTotal, "topic" | "kind" | "mode">;

/** Days that one look takes together. */
const days = 30;

/**
 * The totals of a month of days that have any, from the first such day at or after one; `next` is
 * the day to go on from, null after the last.
 */
export async function readBandTotals(
  database: Database,
  { learner, from }: { learner: string; from: number },
): Promise<{ totals: BandTotal[]; next: number | null }> {
  const first = await firstDay(database).get({ learner, from });
  if (!first) return { totals: [], next: null };
  const until = first.studyDay + days;
  const asked = { learner, from: first.studyDay, until };
  return { totals: await byDayAndBand(database).all(asked), next: until };
}
