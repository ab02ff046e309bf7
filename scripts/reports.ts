import { existsSync } from "node:fs";
import path from "node:path";
import { reportedCards, seenCards } from "#core/progress/author-list";
import { itemStatistics } from "#core/progress/item-statistics";
import { counted } from "#core/text/counted";
import { eachAnswered } from "#db/answered";
import { closeDatabase, openDatabase, type SqliteDatabase } from "#db/client";
import { readReports } from "#db/reports";
import { compileCatalog } from "#server/base/catalog";
import { readContentFiles } from "#server/base/content-files";
import { inProject, root } from "./project.mjs";
import { asText, harmless } from "./reports-text";

/**
 * For the author: `npm run reports` lists the cards that learners reported, with their statistics;
 * `npm run reports -- --all` lists every card that was answered, the hardest first; `--json` prints
 * the same as one JSON object. Nobody's name or address is in it.
 */

async function main(args: readonly string[]): Promise<void> {
  const file = path.join(path.resolve(root, process.env.DATA_DIR || "data"), "mooring.db");
  if (!existsSync(file)) throw new Error(`There is no database yet: ${file}`);
  const { cards } = compileCatalog(readContentFiles(inProject("content")));
  const database = openDatabase(file);
  try {
    const reports = await reportsIn(database, file);
    const known = { reports, statistics: itemStatistics(eachAnswered(database), cards), cards };
    const list = args.includes("--all") ? seenCards(known) : reportedCards(known);
    const total = { reports: reports.length, reportedCards: reportedCards(known).length };
    if (args.includes("--json")) console.log(harmless(JSON.stringify({ ...total, cards: list })));
    else console.log([headline(total), ...(list.length > 0 ? [asText(list)] : [])].join("\n\n"));
  } finally {
    closeDatabase(database);
  }
}

function headline({ reports, reportedCards }: { reports: number; reportedCards: number }): string {
  if (reports === 0) return "No reports yet.";
  return `${counted(reports, "report")} on ${counted(reportedCards, "card")}.`;
}

/** Learners stay behind here: nothing that is printed knows of them. */
async function reportsIn(database: SqliteDatabase, file: string) {
  const isThere = database.$client
    .prepare("select 1 from sqlite_master where name = 'reports'")
    .get();
  if (!isThere) throw new Error(`${file} is of an earlier version: start Mooring once.`);
  const rows = await readReports(database);
  return rows.map(({ at, card, cardVersion, reason, text }) => {
    return { at, card, cardVersion, reason, text };
  });
}

// A reader that goes away early, such as head, wants no more.
process.stdout.on("error", () => process.exit(0));

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
