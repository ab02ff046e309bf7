import "server-only";
import { settingsOf } from "#core/scheduling/settings";
import type { Database } from "#db/client";
import { type EntryRow, entryOf } from "#db/entry-row";
import {
  type EntryPlace,
  firstEntry,
  firstTotal,
  readEntryPage,
  readSessionRows,
  readTotalPage,
  type TotalPlace,
} from "#db/pages/export-rows";
import { findUser } from "#db/users";
import type { Pace } from "#server/base/give-way";
import { logHead } from "./log-head";
import { statesSince } from "./states";

/** What docs/export.md describes. Another number when a field changes its meaning or goes. */
export const exportVersion = 1;

/** Rows that are read and written at once: an entry may have 64 kB. */
const perPage = 100;

type Asked = { learner: string; now: number; pace: Pace };

/**
 * All that is stored of an account, as the pieces of one JSON text, each made when it is asked for:
 * however long the log is, no more than one page of it is held. The log is as of the moment at which
 * this begins, what follows from it as of when it is read. Nothing where there is no such account.
 */
export async function* exportAccount(database: Database, asked: Asked): AsyncGenerator<string> {
  const { learner, now, pace } = asked;
  const user = await findUser(database, learner);
  const head = await logHead(database, { learner, pace });
  if (!user || !head) return;
  const { id, email, createdAt } = user;
  yield fields({
    format: "mooring-export",
    version: exportVersion,
    exportedAt: now,
    account: { id, email, createdAt },
    sessions: await readSessionRows(database, learner),
    settings: settingsOf(head.settings),
    logVersion: head.version,
  });
  yield* list("entries", entryPages(database, { ...asked, until: head.version }));
  yield* list("states", statesSince(database, { learner, version: -1, head, pace }));
  yield* list("totals", totalPages(database, asked));
  yield "\n}\n";
}

/** The text's beginning: its first fields, open for more. */
function fields(values: Record<string, unknown>): string {
  const lines = Object.entries(values).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}`;
}

/** A field that is a list, one item a line. */
async function* list(name: string, pages: AsyncIterable<unknown[]>): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}: [`;
  let isFirst = true;
  for await (const page of pages) {
    if (page.length === 0) continue;
    const lines = page.map((item) => JSON.stringify(item)).join(",\n");
    yield isFirst ? `\n${lines}` : `,\n${lines}`;
    isFirst = false;
  }
  yield "\n]";
}

async function* entryPages(
  database: Database,
  { learner, until, pace }: Asked & { until: number },
): AsyncGenerator<unknown[]> {
  for (let after: EntryPlace = firstEntry; ; ) {
    const rows = await readEntryPage(database, { learner, until, after, limit: perPage });
    yield rows.map(toldOf);
    const last = rows.at(-1);
    if (!last || rows.length < perPage) return;
    after = last;
    await pace.rest(rows.length);
  }
}

/** The entry as devices know it, and under `server` what the server noted when it took it in. */
function toldOf(row: EntryRow): unknown {
  const { version, receivedAt, claimedAt, bodyHash } = row;
  const { verdictShown, verdictGraded, graded, ratingSent, topic } = row;
  const noted = { version, receivedAt, claimedAt, bodyHash };
  const ofReview = { verdictShown, verdictGraded, graded, ratingSent, topic };
  const server = row.type === "review" ? { ...noted, ...ofReview } : noted;
  return { ...entryOf(row), server };
}

async function* totalPages(
  database: Database,
  { learner, pace }: Asked,
): AsyncGenerator<unknown[]> {
  for (let after: TotalPlace = firstTotal; ; ) {
    const rows = await readTotalPage(database, { learner, after, limit: perPage });
    yield rows.map(({ learner: _, ...total }) => total);
    const last = rows.at(-1);
    if (!last || rows.length < perPage) return;
    after = last;
    await pace.rest(rows.length);
  }
}
