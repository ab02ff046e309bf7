import { asc, desc, inArray, isNull, sql } from "drizzle-orm";
import type { Entry, Report } from "#core/log/types";
import { writeTogether } from "./batch";
import type { Database } from "./client";
import { placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { reports } from "./schema";
import type { Write } from "./write";

export type ReportRow = typeof reports.$inferSelect;

/** A report as it arrived. `bodyHash` and `receivedAt` as of any entry. */
export type ReceivedReport = { sent: Report; bodyHash: string; receivedAt: number };

const add = prepareWrite((builder) =>
  builder.insert(reports).values(placeholders(reports)).onConflictDoNothing(),
);

/** Makes a guest's row the learner's, where it is the same report. */
const put = prepareWrite((builder) =>
  builder
    .insert(reports)
    .values(placeholders(reports))
    .onConflictDoUpdate({
      target: reports.id,
      set: { learner: sql`excluded.learner` },
      setWhere: sql`${reports.learner} is null and ${reports.bodyHash} = excluded.body_hash`,
    }),
);

/** Of guests' reports all but the latest. */
const forget = prepareWrite((builder) =>
  builder
    .delete(reports)
    .where(
      inArray(
        reports.id,
        builder
          .select({ id: reports.id })
          .from(reports)
          .where(isNull(reports.learner))
          .orderBy(desc(reports.learner), desc(reports.receivedAt), desc(reports.id))
          .limit(sql.placeholder("most"))
          .offset(sql.placeholder("keep")),
      ),
    ),
);

const byIds = prepareOnce((builder, { isAmong }) =>
  builder
    .select({ id: reports.id, learner: reports.learner, bodyHash: reports.bodyHash })
    .from(reports)
    .where(isAmong(reports.id, "ids")),
);

const all = prepareOnce((builder) =>
  builder.select().from(reports).orderBy(asc(reports.receivedAt), asc(reports.id)),
);

/**
 * Puts a learner's report on the author's list. One that they sent as a guest becomes theirs; a row
 * that is not the same report, or is another learner's, stays as it is.
 */
export function putReport(
  database: Database,
  { learner, report }: { learner: string; report: ReceivedReport },
): Write {
  return put(database, rowOf(report, learner));
}

type Arriving = { sent: Entry; reception: { bodyHash: string } };

/** Of a learner's entries the ids of reports whose id has another report, or somebody else's. */
export async function takenReports(
  database: Database,
  { learner, arrived }: { learner: string; arrived: readonly Arriving[] },
): Promise<ReadonlySet<string>> {
  const own = arrived.filter(({ sent }) => sent.type === "report");
  if (own.length === 0) return new Set();
  const hashes = new Map(own.map(({ sent, reception }) => [sent.id, reception.bodyHash]));
  const known = await byIds(database).all({ ids: [...hashes.keys()] });
  const isTaken = (row: (typeof known)[number]) =>
    row.bodyHash !== hashes.get(row.id) || (row.learner !== null && row.learner !== learner);
  return new Set(known.filter(isTaken).map(({ id }) => id));
}

/**
 * Adds a guest's report once; `taken` when another one has its id. Of guests' reports the latest are
 * kept, so many.
 */
export async function addGuestReport(
  database: Database,
  { keep, ...report }: ReceivedReport & { keep: number },
): Promise<"stored" | "replayed" | "taken"> {
  const [added] = await writeTogether(database, [
    add(database, rowOf(report, null)),
    forget(database, { keep, most: Number.MAX_SAFE_INTEGER }),
  ]);
  if (added === 1) return "stored";
  const known = await byIds(database).get({ ids: [report.sent.id] });
  return known?.bodyHash === report.bodyHash ? "replayed" : "taken";
}

/** Every report, the earliest received first. */
export async function readReports(database: Database): Promise<ReportRow[]> {
  return all(database).all();
}

/** What is told to the author has no NUL: one engine takes none, the other reads no further. */
function rowOf({ sent, bodyHash, receivedAt }: ReceivedReport, learner: string | null): ReportRow {
  const { id, card, cardVersion, reason, at } = sent;
  const text = sent.text.replaceAll("\0", "\ufffd");
  return { id, learner, card, cardVersion, reason, text, at, receivedAt, bodyHash };
}
