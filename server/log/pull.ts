import "server-only";
import type { Gap } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { type Measured, measureNewest, readVersions } from "#db/pages/newest-entries";
import { makePace, type Pace } from "#server/base/give-way";

/** How long a device keeps reviews, in milliseconds; what is older is in the totals. */
export const kept = 90 * 24 * 60 * 60 * 1000;

/** What one answer holds at most. The rest comes with the next. */
export type PageSize = { entries: number; bytes: number };

/**
 * More entries than a batch of the largest size, and with all states little enough for a first card
 * to come soon over a slow network; a thousand reviews take half of these bytes.
 */
export const usualSize: PageSize = { entries: 1000, bytes: 1_000_000 };

export type Pulled = {
  entries: Entry[];
  /** What is still to be asked for; null when nothing is. */
  gap: Gap | null;
};

type Asked = {
  learner: string;
  /** The last version of the log that the device knows, 0 for none. */
  since: number;
  /** What the device lacks of the versions before. */
  gap?: Gap | undefined;
  /** The version up to which is told. */
  version: number;
  now: number;
};

type Bounds = { size?: PageSize; pace?: Pace };

/**
 * The entries that a device lacks: those stored since its cursor, reviews of the last 90 days and
 * all others of any age. The newest come first, so that a new device can count what was done today
 * before it has all; what is left out is told as a gap.
 */
export async function pull(
  database: Database,
  asked: Asked,
  { size = usualSize, pace = makePace() }: Bounds = {},
): Promise<Pulled> {
  const { learner, since, gap, version, now } = asked;
  const page = (range: Gap) => readPage(database, { learner, range, from: now - kept, size, pace });
  const newest = await page({ after: since, before: version + 1 });
  if (newest.rest) {
    return { entries: newest.entries, gap: { ...newest.rest, after: gap?.after ?? since } };
  }
  const older = gap ? await page(gap) : nothing;
  return { entries: [...older.entries, ...newest.entries], gap: older.rest };
}

/** A batch is of one device, in its order. */
function asSent(a: Versioned, b: Versioned): number {
  return a.version - b.version || a.entry.sequence - b.entry.sequence;
}

type Versioned = { version: number; entry: Entry };

const nothing = { entries: [], rest: null };

type Page = { learner: string; range: Gap; from: number; size: PageSize; pace: Pace };

/** The newest entries of some versions. A page ends between two versions, never within a batch. */
async function readPage(
  database: Database,
  page: Page,
): Promise<{ entries: Entry[]; rest: Gap | null }> {
  const { learner, range, from, pace } = page;
  const { versions, isAll } = await newestVersions(database, page);
  const first = versions.at(-1);
  if (first === undefined) return nothing;
  await pace.end();
  const found = await readVersions(database, { learner, from, versions });
  await pace.rest(found.length);
  found.sort(asSent);
  const rest = isAll || first === range.after + 1 ? null : { after: range.after, before: first };
  return { entries: found.map((one) => one.entry), rest };
}

/**
 * The newest versions that hold anything, the newest first, as many as a page may hold; `isAll` where
 * that is every one. A single version that is larger than a page is one: it came in one request.
 */
async function newestVersions(
  database: Database,
  { learner, range, from, size, pace }: Page,
): Promise<{ versions: number[]; isAll: boolean }> {
  const total = { entries: 0, bytes: 0 };
  const versions: number[] = [];
  for (let before: number | null = range.before; before !== null; ) {
    const asked = { learner, from, after: range.after, before, limit: size.entries + 1 };
    const look: { found: Measured[]; first: number | null } = await measureNewest(database, asked);
    for (const { version, bytes } of look.found) {
      if (version !== versions.at(-1)) versions.push(version);
      total.entries += 1;
      total.bytes += bytes;
      const isTooMuch = total.entries > size.entries || total.bytes > size.bytes;
      if (isTooMuch)
        return { versions: versions.slice(0, Math.max(1, versions.length - 1)), isAll: false };
    }
    before = look.first;
    await pace.rest(look.found.length + 1);
  }
  return { versions, isAll: true };
}
