import { and, eq, gt, gte, sql } from "drizzle-orm";
import type { AnsweredRow } from "#core/progress/item-statistics";
import type { Database } from "./client";
import { prepareOnce } from "./prepare-once";
import { entries, logs } from "./schema";

/** Read at once: what an engine gives in some milliseconds. */
const mostLearners = 1000;
const mostReviews = 5000;

/** All but those whose accounts are closed. */
const nextLearners = prepareOnce((builder) =>
  builder
    .select({ learner: logs.learner })
    .from(logs)
    .where(and(gt(logs.learner, sql.placeholder("after")), gte(logs.version, 0)))
    .orderBy(logs.learner)
    .limit(sql.placeholder("limit")),
);

const { id, learner } = entries;

/** As JSON, and only what an answered review has. */
const columns = {
  ...{ id, card: sql<string>`${entries.card}`, cardVersion: sql<string>`${entries.cardVersion}` },
  answer: sql<string>`${entries.answer}`,
  outcome: sql<AnsweredRow["outcome"]>`coalesce(${entries.verdictGraded}, ${entries.verdictShown})`,
  rating: sql<AnsweredRow["rating"]>`${entries.rating}`,
  overruled: sql<0 | 1>`${entries.overruled}`,
  duration: sql<number>`${entries.duration}`,
};

const nextReviews = prepareOnce((builder) =>
  builder
    .select(columns)
    .from(entries)
    .where(
      and(
        eq(learner, sql.placeholder("learner")),
        gt(id, sql.placeholder("after")),
        eq(entries.type, "review"),
        sql`not exists (
          select 1 from ${entries} v
          where v.learner = ${learner} and v.target = ${id} and v.target is not null
            and v.type = 'void'
        )`,
      ),
    )
    .orderBy(id)
    .limit(sql.placeholder("limit")),
);

/**
 * Every review of every learner that no void took back, page by page and in no order: there may be
 * millions. What is stored meanwhile may be among them or not.
 */
export async function* eachAnswered(database: Database): AsyncGenerator<AnsweredRow[]> {
  const asked = { limit: mostLearners };
  for (let after = ""; ; ) {
    const some = await nextLearners(database).all({ ...asked, after });
    for (const { learner } of some) yield* answeredBy(database, learner);
    const last = some.at(-1);
    if (!last || some.length < mostLearners) return;
    after = last.learner;
  }
}

async function* answeredBy(database: Database, learner: string): AsyncGenerator<AnsweredRow[]> {
  const asked = { learner, limit: mostReviews };
  for (let after = ""; ; ) {
    const rows = await nextReviews(database).all({ ...asked, after });
    yield rows.map(({ id: _, overruled, ...row }) => ({ ...row, overruled: overruled === 1 }));
    const last = rows.at(-1);
    if (!last || rows.length < mostReviews) return;
    after = last.id;
  }
}
