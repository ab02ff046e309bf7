import { and, eq, sql } from "drizzle-orm";
import type { Entry } from "#core/log/types";
import type { Database } from "./client";
import { entryOf } from "./entry-row";
import { prepareOnce } from "./prepare-once";
import { entries } from "./schema";

const ofQuiz = prepareOnce((database) =>
  database
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.learner, sql.placeholder("learner")),
        eq(entries.quiz, sql.placeholder("quiz")),
        // In words, too: only so SQLite takes the index of quizzes.
        sql`${entries.quiz} is not null`,
      ),
    )
    .prepare(),
);

/** All entries of one quiz of the learner's, with the moment the server took each in, in no order. */
export async function readQuizRows(
  database: Database,
  asked: { learner: string; quiz: string },
): Promise<{ entry: Entry; receivedAt: number }[]> {
  const rows = await ofQuiz(database).all(asked);
  return rows.map((row) => ({ entry: entryOf(row), receivedAt: row.receivedAt }));
}
