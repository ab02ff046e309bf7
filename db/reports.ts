import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Entry, Report } from "#core/log/types";
import { type Write, writeOne } from "./batch";
import type { Database } from "./client";
import { reports } from "./schema";

export type ReportRow = typeof reports.$inferSelect;

/** A report as it arrived. `bodyHash` and `receivedAt` as of any entry. */
export type ReceivedReport = { sent: Report; bodyHash: string; receivedAt: number };

/**
 * Puts a learner's report on the author's list. One that they sent as a guest becomes theirs; a row
 * that is not the same report, or is another learner's, stays as it is.
 */
export function putReport(
  database: Database,
  { learner, report }: { learner: string; report: ReceivedReport },
): Write {
  const put = database
    .insert(reports)
    .values(rowOf(report, learner))
    .onConflictDoUpdate({
      target: reports.id,
      set: { learner },
      setWhere: and(isNull(reports.learner), eq(reports.bodyHash, report.bodyHash)),
    });
  return () => put.run();
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
  const known = await database
    .select({ id: reports.id, learner: reports.learner, bodyHash: reports.bodyHash })
    .from(reports)
    .where(inArray(reports.id, [...hashes.keys()]));
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
  const add = database
    .insert(reports)
    .values(rowOf(report, null))
    .onConflictDoNothing()
    .returning({ id: reports.id });
  const beyond = database
    .select({ id: reports.id })
    .from(reports)
    .where(isNull(reports.learner))
    .orderBy(sql`rowid desc`)
    .limit(Number.MAX_SAFE_INTEGER)
    .offset(keep);
  const forget = database.delete(reports).where(inArray(reports.id, beyond));
  const added = await writeOne(database, () => {
    const rows = add.all();
    if (rows.length > 0) forget.run();
    return rows;
  });
  if (added.length === 1) return "stored";
  const [known] = await database
    .select({ bodyHash: reports.bodyHash })
    .from(reports)
    .where(eq(reports.id, report.sent.id));
  return known?.bodyHash === report.bodyHash ? "replayed" : "taken";
}

/** Every report, the earliest received first. */
export async function readReports(database: Database): Promise<ReportRow[]> {
  return database.select().from(reports).orderBy(asc(reports.receivedAt), sql`rowid`);
}

function rowOf({ sent, bodyHash, receivedAt }: ReceivedReport, learner: string | null): ReportRow {
  const { id, card, cardVersion, reason, text, at } = sent;
  return { id, learner, card, cardVersion, reason, text, at, receivedAt, bodyHash };
}
