import "server-only";
import { createHash, randomUUID } from "node:crypto";
import {
  AtBound,
  addAttempt,
  type Bound,
  removeAttempt,
  sweepAttempts,
  waitOf,
} from "#db/account/attempts";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { networksOf } from "./network-of";
import { note } from "./note";

const minute = 60_000;

/**
 * How many attempts are let through in any so many milliseconds (docs/decisions/0045). A network
 * may stand for a whole class room; what is bounded for all together is far above one network's
 * share, so that none can use it up for the others.
 */
const limits = {
  /** From browsers that never logged in to the account before. */
  "log-in-account": { points: 10, duration: 15 * minute },
  "log-in-account-network": { points: 5, duration: 15 * minute },
  "log-in-network": { points: 60, duration: 15 * minute },
  /** From a browser that did, and from all that did. */
  "log-in-device": { points: 10, duration: 15 * minute },
  "log-in-devices": { points: 30, duration: 15 * minute },
  /** The same, right passwords included: what logs in again and again takes a hash each time. */
  "log-ins-device": { points: 30, duration: 15 * minute },
  "log-ins-network": { points: 60, duration: 15 * minute },
  "register-network": { points: 30, duration: 60 * minute },
  "register-all": { points: 60, duration: 10 * minute },
  /** Links by mail: what a mailbox gets in half an hour works that long. */
  "link-network": { points: 30, duration: 60 * minute },
  "link-all": { points: 60, duration: 10 * minute },
  "link-account": { points: 5, duration: 30 * minute },
  "report-network": { points: 60, duration: 60 * minute },
  "report-all": { points: 600, duration: 60 * minute },
  "confirm-password": { points: 5, duration: 15 * minute },
  confirmations: { points: 30, duration: 15 * minute },
} as const;

/** Those under which an attempt that succeeded counts, too. */
const lasting: ReadonlySet<Limit> = new Set(["log-ins-device", "log-ins-network", "confirmations"]);

/** What the networks of one address may take, times ten: of 64 bits, of 56, of 48. */
const widths = [10, 14, 18];

export type Limit = keyof typeof limits;

/**
 * What is limited, and for whom: a person or a device, an address in a network, both, or everybody.
 * Where a network counts and no address is known, nothing does.
 */
export type Counted = { limit: Limit; who?: string; address?: string | null };

/** `id` is how an attempt is taken back, all but what it counts for under the keys in `lasting`. */
type Made = { id: string; lasting: readonly string[] };
export type Attempt = ({ allowed: true } & Made) | { allowed: false; seconds: number };

type Attempted = { counted: readonly Counted[]; now: number };

/**
 * Counts one attempt before it is made, so that attempts made at the same time all count: under each
 * of its limits, or under none where one of them is reached. One that is refused is not counted and
 * writes nothing. Say so when it succeeded.
 */
export async function takeAttempt(
  database: Database,
  { counted, now }: Attempted,
): Promise<Attempt> {
  const attempt = await countAttempt(database, { counted, now });
  if (!attempt.allowed) note({ event: "throttled", limits: counted.map(({ limit }) => limit) });
  return attempt;
}

async function countAttempt(database: Database, { counted, now }: Attempted): Promise<Attempt> {
  const bounds = counted.flatMap(boundsOf);
  const stay = counted.filter(({ limit }) => lasting.has(limit)).flatMap(boundsOf);
  const made = { id: randomUUID(), lasting: stay.map(({ key }) => key) };
  const refused = await refusal(database, bounds, now);
  if (refused) return refused;
  if (bounds.length === 0) return { allowed: true, ...made };
  try {
    const add = addAttempt(database, { id: made.id, at: now, bounds });
    await writeTogether(database, [sweepAttempts(database, now), ...add]);
    return { allowed: true, ...made };
  } catch (error) {
    if (!(error instanceof AtBound)) throw error;
    return (await refusal(database, bounds, now)) ?? { allowed: false, seconds: 1 };
  }
}

/** Forgets an attempt that was let through and not made; what else is counted stays. */
export async function takeBack(database: Database, { id }: Made): Promise<void> {
  await removeAttempt(database, { id, but: [] });
}

/** Forgets an attempt that succeeded, but for what successes count for. */
export async function succeeded(database: Database, { id, lasting: but }: Made): Promise<void> {
  await removeAttempt(database, { id, but });
}

async function refusal(
  database: Database,
  bounds: readonly Bound[],
  now: number,
): Promise<Extract<Attempt, { allowed: false }> | null> {
  const waits = await Promise.all(bounds.map((bound) => waitOf(database, bound, now)));
  const longest = Math.max(0, ...waits);
  return longest > 0 ? { allowed: false, seconds: Math.ceil(longest / 1000) } : null;
}

/**
 * The table keeps no e-mail address of someone who only tried. The wider a network is, the more it
 * may take, and never as much as is bounded for all.
 */
function boundsOf({ limit, who = "", address = "" }: Counted): Bound[] {
  if (address === null) return [];
  const { points, duration } = limits[limit];
  return networksOf(address).map((network, place) => {
    const whose = JSON.stringify([limit, who, network]);
    const key = createHash("sha256").update(whose).digest("base64url");
    return { key, points: Math.floor((points * (widths[place] ?? 10)) / 10), duration };
  });
}
