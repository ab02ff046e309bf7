import "server-only";
import { z } from "zod";
import type { Database } from "#db/client";
import { addGuestReport } from "#db/reports";
import { takeAttempt } from "#server/base/throttle";
import { readEntry, spokenProtocol } from "./entry-schema";

/** An entry and the protocol number; it is read as the sync reads an entry, so that both take the same. */
export const guestReport = z.looseObject({ protocol: spokenProtocol });

export type Taken =
  | { outcome: "stored" | "replayed" }
  | { outcome: "taken" }
  | { outcome: "invalid"; message: string }
  | { outcome: "wait"; seconds: number };

/** Guests' reports that are kept: 100 MB of the longest. The earliest goes for one more. */
const mostKept = 10_000;

type Given = { raw: unknown; address: string | null; now: number; keep?: number };

/**
 * Takes the report of somebody who has no account: the entry itself, as an account would send it,
 * so that it is the same report when it comes again with the log of an account.
 */
export async function takeGuestReport(
  database: Database,
  { raw, address, now, keep = mostKept }: Given,
): Promise<Taken> {
  const read = readEntry(raw);
  if (!read.ok) return { outcome: "invalid", message: read.reason };
  if (read.entry.type !== "report") return { outcome: "invalid", message: "This is no report." };
  const counted = [{ limit: "report-network", address }, { limit: "report-all" }] as const;
  const attempt = await takeAttempt(database, { counted, now });
  if (!attempt.allowed) return { outcome: "wait", seconds: attempt.seconds };
  const report = { sent: read.entry, bodyHash: read.bodyHash, receivedAt: now };
  return { outcome: await addGuestReport(database, { ...report, keep }) };
}
