import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import { problemText } from "#core/text/site/problem-text";
import type { Database } from "#db/client";
import { sweepThrottle } from "#db/throttle-rows";
import { whenFree } from "#db/when-free";

/**
 * How many attempts are let through in how many seconds, counted from the first one. An address
 * may stand for a whole class room; an account stands for one person.
 */
const limits = {
  "log-in-account": { points: 5, duration: 15 * 60 },
  "log-in-address": { points: 60, duration: 15 * 60 },
  "register-address": { points: 30, duration: 60 * 60 },
  "report-address": { points: 60, duration: 60 * 60 },
  "confirm-password": { points: 5, duration: 15 * 60 },
} as const;

/** Milliseconds. */
const sweepEvery = 5 * 60_000;

export type Limit = keyof typeof limits;
export type Attempt = { allowed: true } | { allowed: false; seconds: number };

type Limiters = Record<Limit, RateLimiterSQLite>;

const byDatabase = new WeakMap<Database, Limiters>();

/**
 * Counts one attempt before it is made, so that attempts made at the same time all count. Forgive
 * it when it succeeded.
 */
export async function takeAttempt(
  database: Database,
  { limit, who }: { limit: Limit; who: string },
): Promise<Attempt> {
  try {
    const limiter = limiters(database)[limit];
    await whenFree(() => limiter.consume(keyOf(who)));
    return { allowed: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { allowed: false, seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
  }
}

/** Forgets all counted attempts of an account. */
export async function forgiveAll(
  database: Database,
  { limit, who }: { limit: Limit; who: string },
): Promise<void> {
  const limiter = limiters(database)[limit];
  await whenFree(() => limiter.delete(keyOf(who)));
}

/** Takes back one counted attempt; the others of the same address stay counted. */
export async function forgiveOne(
  database: Database,
  { limit, who }: { limit: Limit; who: string },
): Promise<void> {
  const limiter = limiters(database)[limit];
  await whenFree(() => limiter.reward(keyOf(who)));
}

/** What to tell a person who has to wait. */
export function waitInWords(seconds: number): string {
  return problemText().tooManyAttempts(Math.ceil(seconds / 60));
}

/** The table keeps no e-mail address of someone who only tried. */
function keyOf(who: string): string {
  return createHash("sha256").update(who).digest("base64url");
}

function limiters(database: Database): Limiters {
  const known = byDatabase.get(database);
  if (known) return known;
  const make = (limit: Limit) =>
    new RateLimiterSQLite({
      storeClient: database.$client,
      storeType: "better-sqlite3",
      tableName: "throttle",
      tableCreated: true,
      keyPrefix: limit,
      // It does not wait for another process's lock, and ends the program over it.
      clearExpiredByTimeout: false,
      ...limits[limit],
    });
  const made: Limiters = {
    "log-in-account": make("log-in-account"),
    "log-in-address": make("log-in-address"),
    "register-address": make("register-address"),
    "report-address": make("report-address"),
    "confirm-password": make("confirm-password"),
  };
  byDatabase.set(database, made);
  sweepNowAndThen(database);
  return made;
}

/** What ran out is only in the way; what cannot be swept now will be later. */
function sweepNowAndThen(database: Database): void {
  const sweep = () => {
    if (database.$client.open) sweepThrottle(database, Date.now()).catch(() => undefined);
    else clearInterval(timer);
  };
  const timer = setInterval(sweep, sweepEvery);
  timer.unref();
}
