import { and, eq, gt, lte, notInArray, sql } from "drizzle-orm";
import { type Write, writeOne } from "#db/batch";
import type { Database } from "#db/client";
import { prepareOnce } from "#db/prepare-once";
import { attempts } from "#db/schema";

/** At most `points` attempts under a key in any `duration` milliseconds. */
export type Bound = { key: string; points: number; duration: number };

type Attempt = { id: string; at: number };

/** The moment of the attempt that is as far back as there may be in a window. */
const oldestThatCounts = prepareOnce((database) =>
  database
    .select({ at: attempts.at })
    .from(attempts)
    .where(and(eq(attempts.key, sql.placeholder("key")), gt(attempts.at, sql.placeholder("after"))))
    .orderBy(sql`${attempts.at} desc`)
    .limit(1)
    .offset(sql.placeholder("before"))
    .prepare(),
);

const sweep = prepareOnce((database) =>
  database
    .delete(attempts)
    .where(lte(attempts.expiresAt, sql.placeholder("now")))
    .prepare(),
);

/** One statement, so that attempts made at the same time, in any process, all count. */
const add = `
  with wanted as (
    select value ->> 'key' as key, value ->> 'points' as points, value ->> 'duration' as duration
    from json_each(@bounds)
  )
  insert into attempts (id, key, at, expires_at)
  select @id, key, @at, @at + duration from wanted
  where not exists (
    select 1 from wanted w where w.points <= (
      select count(*) from attempts a where a.key = w.key and a.at > @at - w.duration
    )
  )`;

const prepareAdd = prepareOnce((database) =>
  database.$client.prepare<[Attempt & { bounds: string }]>(add),
);

/** How many milliseconds until an attempt is within its bound; 0 when it is now. */
export async function waitOf(database: Database, bound: Bound, now: number): Promise<number> {
  const { key, points, duration } = bound;
  const after = now - duration;
  const oldest = await oldestThatCounts(database).get({ key, after, before: points - 1 });
  return oldest ? Math.max(1, oldest.at - after) : 0;
}

/** Counts an attempt under every key, or under none where one is at its bound: then it gives false. */
export function addAttempt(
  database: Database,
  { bounds, ...attempt }: Attempt & { bounds: readonly Bound[] },
): () => boolean {
  const given = { ...attempt, bounds: JSON.stringify(bounds) };
  return () => prepareAdd(database).run(given).changes > 0;
}

/** Removes attempts whose windows are over. */
export function sweepAttempts(database: Database, now: number): Write {
  return () => sweep(database).run({ now });
}

/** Takes an attempt back, under all its keys but some. */
export async function removeAttempt(
  database: Database,
  { id, but }: { id: string; but: readonly string[] },
): Promise<void> {
  const which = and(eq(attempts.id, id), notInArray(attempts.key, [...but]));
  const remove = database.delete(attempts).where(which);
  await writeOne(database, () => remove.run());
}
