import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { entryOf } from "#db/entry-row";
import { prepareOnce } from "#db/prepare-once";
import { entries } from "#db/schema";
import { longBytes, ofLearner } from "./entry-parts";

const ofQuiz = and(
  ofLearner,
  eq(entries.quiz, sql.placeholder("quiz")),
  // In words, too: only so SQLite takes the index of quizzes.
  sql`${entries.quiz} is not null`,
);

const newest = prepareOnce((builder) =>
  builder
    .select({ quiz: entries.quiz, version: entries.version })
    .from(entries)
    .where(
      and(ofLearner, sql`${entries.type} = 'quiz'`, lt(entries.version, sql.placeholder("before"))),
    )
    .orderBy(desc(entries.version))
    .limit(sql.placeholder("limit")),
);

/** From one quiz to the next, however many entries each of them has. */
const ids = prepareOnce((builder, { text }) =>
  builder.select({ quiz: sql<string>`quiz` }).from(sql`(
    with recursive ids (quiz) as (
      select ${text("after")}
      union all
      select (
        select e.quiz from entries e
        where e.learner = ${sql.placeholder("learner")}
          and e.quiz > ids.quiz and e.quiz is not null
        order by e.quiz limit 1
      ) from ids where ids.quiz is not null
    )
    select quiz from ids where quiz is not null limit ${sql.placeholder("limit")} offset 1
  ) as named`),
);

const sizes = prepareOnce((builder) =>
  builder.select({ bytes: longBytes }).from(entries).where(ofQuiz).limit(sql.placeholder("limit")),
);

const rowsOf = prepareOnce((builder) => builder.select().from(entries).where(ofQuiz));

const voidsOf = prepareOnce((builder, { isAmong }) =>
  builder
    .select()
    .from(entries)
    .where(and(ofLearner, sql`${entries.target} is not null`, isAmong(entries.target, "ids")))
    .limit(sql.placeholder("limit")),
);

/** An entry of a quiz, and the moment the server took it in. */
export type QuizRow = { entry: Entry; receivedAt: number };

/** Of which quizzes the latest entries are that start, answer or end one, the latest first. */
export async function readNewestQuizzes(
  database: Database,
  asked: { learner: string; before: number; limit: number },
): Promise<{ quiz: string | null; version: number }[]> {
  return newest(database).all(asked);
}

/** The ids of the learner's next quizzes after one, in their own order. */
export async function readQuizIds(
  database: Database,
  asked: { learner: string; after: string; limit: number },
): Promise<string[]> {
  const found = await ids(database).all(asked);
  return found.map(({ quiz }) => quiz);
}

/** How many entries a quiz of the learner's has, up to a limit, and how many bytes they take. */
export async function measureQuiz(
  database: Database,
  asked: { learner: string; quiz: string; limit: number },
): Promise<{ count: number; bytes: number }> {
  const found = await sizes(database).all(asked);
  return { count: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** All entries of one quiz of the learner's, in no order. */
export async function readQuizRows(
  database: Database,
  asked: { learner: string; quiz: string },
): Promise<QuizRow[]> {
  const rows = await rowsOf(database).all(asked);
  return rows.map((row) => ({ entry: entryOf(row), receivedAt: row.receivedAt }));
}

/** What takes some reviews back, in no order; of each review, once is enough. */
export async function readVoidsOf(
  database: Database,
  asked: { learner: string; ids: readonly string[]; limit: number },
): Promise<Entry[]> {
  const rows = await voidsOf(database).all(asked);
  return rows.map(entryOf);
}
