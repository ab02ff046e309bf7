import "server-only";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import {
  measureQuiz,
  readNewestQuizzes,
  readQuizIds,
  readQuizRows,
  readVoidsOf,
} from "#db/pages/quiz-rows";
import type { Pace } from "#server/base/give-way";

/** What a page of quizzes is made from: the latest ones, as many as these let in. */
const most = { quizzes: 300, entries: 8000, bytes: 600_000 };
/** A quiz of 1,000 questions with an answer for each, twice over; and its bytes. */
const mostOfOne = 3000;
const largest = 8_000_000;
/** Entries that are gone over to find the latest quizzes: an exam notes each answer in one. */
const perLook = 500;
const looks = 40;
/** No learner has so many; what is beyond them is not counted. */
const mostCounted = 10_000;

type Asked = { learner: string; pace: Pace };

/**
 * All entries of the learner's latest quizzes, and what was taken back of them. Quizzes that do not
 * fit any more are left out, whole; it tells how many.
 */
export async function newestQuizzes(
  database: Database,
  { learner, pace }: Asked,
): Promise<{ entries: Entry[]; leftOut: number }> {
  const found: Entry[] = [];
  const total = { entries: 0, bytes: 0 };
  let taken = 0;
  const { quizzes, areAll } = await latestQuizzes(database, { learner, pace });
  for (const quiz of quizzes.slice(0, most.quizzes)) {
    const { count, bytes } = await measureQuiz(database, { learner, quiz, limit: mostOfOne + 1 });
    if (count > mostOfOne) continue;
    total.entries += count;
    total.bytes += bytes;
    if (total.entries > most.entries || total.bytes > most.bytes) break;
    const entries = (await readQuizRows(database, { learner, quiz })).map(({ entry }) => entry);
    const ids = entries.filter(({ type }) => type === "review").map(({ id }) => id);
    found.push(...entries);
    found.push(...(await readVoidsOf(database, { learner, ids, limit: mostOfOne })));
    taken += 1;
    await pace.rest(count);
  }
  const all = areAll ? quizzes.length : await countQuizzes(database, { learner, pace });
  return { entries: found, leftOut: all - taken };
}

/** The latest first, by the entries that start, answer or end one; as many as are needed, or all. */
async function latestQuizzes(
  database: Database,
  { learner, pace }: Asked,
): Promise<{ quizzes: string[]; areAll: boolean }> {
  const quizzes = new Set<string>();
  let before = Number.MAX_SAFE_INTEGER;
  for (let look = 0; look < looks && quizzes.size < most.quizzes; look += 1) {
    const rows = await readNewestQuizzes(database, { learner, before, limit: perLook });
    for (const { quiz } of rows) if (quiz !== null) quizzes.add(quiz);
    const last = rows.at(-1);
    if (!last || rows.length < perLook) return { quizzes: [...quizzes], areAll: true };
    // A version whose entries did not all fit comes again, unless it alone fills a look.
    before = last.version < (rows[0]?.version ?? 0) ? last.version + 1 : last.version;
    await pace.rest(rows.length);
  }
  return { quizzes: [...quizzes], areAll: false };
}

async function countQuizzes(database: Database, { learner, pace }: Asked): Promise<number> {
  let count = 0;
  for (let after: string | undefined = ""; after !== undefined && count < mostCounted; ) {
    const ids = await readQuizIds(database, { learner, after, limit: perLook });
    count += ids.length;
    after = ids.length < perLook ? undefined : ids.at(-1);
    await pace.rest(ids.length);
  }
  return count;
}

/** The rows of one quiz, or null where they are more than any quiz has. */
export async function wholeQuiz(
  database: Database,
  { learner, quiz }: { learner: string; quiz: string },
): Promise<{ entry: Entry; receivedAt: number }[] | null> {
  const { count, bytes } = await measureQuiz(database, { learner, quiz, limit: mostOfOne + 1 });
  if (count > mostOfOne || bytes > largest) return null;
  return readQuizRows(database, { learner, quiz });
}
