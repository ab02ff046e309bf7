import { eq, sql } from "drizzle-orm";
import type { DailyTotal } from "#core/log/totals";
import type { Write } from "./batch";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareOnce } from "./prepare-once";
import { dailyTotals } from "./schema";

const ofLearner = prepareOnce((database) =>
  database
    .select()
    .from(dailyTotals)
    .where(eq(dailyTotals.learner, sql.placeholder("learner")))
    .prepare(),
);

const add = prepareOnce((database) =>
  database
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
    })
    .prepare(),
);

/** Adds to a total; the amounts may be negative. */
export function addToTotal(
  database: Database,
  { learner, total }: { learner: string; total: DailyTotal },
): Write {
  return () => add(database).run({ learner, ...total });
}

/** All totals of a learner, in no order; those that came to nothing are left out. */
export async function readTotals(database: Database, learner: string): Promise<DailyTotal[]> {
  const rows = await ofLearner(database).all({ learner });
  return rows.filter((row) => row.reviews !== 0).map(({ learner: _, ...total }) => total);
}
