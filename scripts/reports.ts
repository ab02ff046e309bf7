import { reportedCards, seenCards } from "#core/progress/author-list";
import { countAnswered, itemStatistics, type Tallies } from "#core/progress/item-statistics";
import { counted } from "#core/text/counted";
import { eachAnswered } from "#db/answered";
import type { Database } from "#db/client";
import { readReports } from "#db/reports";
import { compileCatalog } from "#server/base/catalog";
import { readContentFiles } from "#server/base/content-files";
import { inProject } from "./project.mjs";
import { asText, harmless } from "./reports-text";
import { withStored } from "./stored-database";

/**
 * For the author: `npm run reports` lists the cards that learners reported, with their statistics;
 * `npm run reports -- --all` lists every card that was answered, the hardest first; `--json` prints
 * the same as one JSON object. Nobody's name or address is in it.
 */

async function main(args: readonly string[]): Promise<void> {
  const { cards } = compileCatalog(readContentFiles(inProject("content")));
  await withStored("reports", async (database) => {
    const reports = await reportsIn(database);
    const tallies: Tallies = new Map();
    for await (const page of eachAnswered(database)) countAnswered(tallies, page);
    const known = { reports, statistics: itemStatistics(tallies, cards), cards };
    const list = args.includes("--all") ? seenCards(known) : reportedCards(known);
    const total = { reports: reports.length, reportedCards: reportedCards(known).length };
    if (args.includes("--json")) console.log(harmless(JSON.stringify({ ...total, cards: list })));
    else console.log([headline(total), ...(list.length > 0 ? [asText(list)] : [])].join("\n\n"));
  });
}

function headline({ reports, reportedCards }: { reports: number; reportedCards: number }): string {
  if (reports === 0) return "No reports yet.";
  return `${counted(reports, "report")} on ${counted(reportedCards, "card")}.`;
}

/** Learners stay behind here: nothing that is printed knows of them. */
async function reportsIn(database: Database) {
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
