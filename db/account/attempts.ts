import { and, eq, gt, lte, not, sql } from "drizzle-orm";
import { writeOne } from "#db/batch";
import type { Database } from "#db/client";
import { given } from "#db/placeholders";
import { prepareOnce, prepareWrite } from "#db/prepare-once";
import { attempts } from "#db/schema";
import type { Write } from "#db/write";

/** At most `points` attempts under a key in any `duration` milliseconds. */
export type Bound = { key: string; points: number; duration: number };

type Attempt = { id: string; at: number };

const within = and(
  eq(attempts.key, sql.placeholder("key")),
  gt(attempts.at, sql.placeholder("after")),
);

/** The moment of the attempt that is as far back as there may be in a window. */
const oldestThatCounts = prepareOnce((builder) =>
  builder
    .select({ at: attempts.at })
    .from(attempts)
    .where(within)
    .orderBy(sql`${attempts.at} desc`)
    .limit(1)
    .offset(sql.placeholder("before")),
);

const sweep = prepareWrite((builder) =>
  builder.delete(attempts).where(lte(attempts.expiresAt, sql.placeholder("now"))),
);

/** No moment of any attempt. */
const never = Number.MIN_SAFE_INTEGER;

/**
 * Whoever counts under a key holds a row of its own until they are through, which counts for nothing:
 * so attempts made at the same time, in any process, all count. SQLite has one writer at a time.
 */
const holdKey = prepareWrite((builder) =>
  builder
    .insert(attempts)
    .values({ id: "", key: given("key"), at: never, expiresAt: given("expiresAt") })
    .onConflictDoUpdate({
      target: [attempts.id, attempts.key],
      set: { expiresAt: sql`excluded.expires_at` },
    }),
);

const add = prepareWrite((builder) =>
  builder.insert(attempts).select(sql`
    select ${sql.placeholder("id")}, ${sql.placeholder("key")},
      ${sql.placeholder("at")}, ${sql.placeholder("expiresAt")}
    where (
      select count(*) from ${attempts} where ${within}
    ) < ${sql.placeholder("points")}`),
);

const remove = prepareWrite((builder, { isAmong }) =>
  builder
    .delete(attempts)
    .where(and(eq(attempts.id, sql.placeholder("id")), not(isAmong(attempts.key, "but")))),
);

/** Thrown by `addAttempt`, with which its batch is rolled back. */
export class AtBound extends Error {
  constructor() {
    super("There were as many attempts as there may be.");
    this.name = "AtBound";
  }
}

/** How many milliseconds until an attempt is within its bound; 0 when it is now. */
export async function waitOf(database: Database, bound: Bound, now: number): Promise<number> {
  const { key, points, duration } = bound;
  const after = now - duration;
  const oldest = await oldestThatCounts(database).get({ key, after, before: points - 1 });
  return oldest ? Math.max(1, oldest.at - after) : 0;
}

/** Counts an attempt under every key; fails, and with it its batch, where one is at its bound. */
export function addAttempt(
  database: Database,
  { bounds, id, at }: Attempt & { bounds: readonly Bound[] },
): Write[] {
  const adds = bounds.map(({ key, points, duration }) => {
    const times = { at, expiresAt: at + duration, after: at - duration };
    return add(database, { id, key, points, ...times }, () => new AtBound());
  });
  if (database.engine === "sqlite") return adds;
  // In one order, so that no two wait for each other.
  const inOrder = [...bounds].sort((a, b) => (a.key < b.key ? -1 : 1));
  const holds = inOrder.map(({ key, duration }) =>
    holdKey(database, { key, expiresAt: at + duration }),
  );
  return [...holds, ...adds];
}

/** Removes attempts whose windows are over. */
export function sweepAttempts(database: Database, now: number): Write {
  return sweep(database, { now });
}

/** Takes an attempt back, under all its keys but some. */
export async function removeAttempt(
  database: Database,
  { id, but }: { id: string; but: readonly string[] },
): Promise<void> {
  await writeOne(database, remove(database, { id, but }));
}
