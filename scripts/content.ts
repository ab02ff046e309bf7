import { createHash } from "node:crypto";
import { join } from "node:path";
import { type ParsedDeck, parseDeck } from "#core/content/compile/parse-deck";
import { parseLabs } from "#core/content/compile/parse-labs";
import { wholeDeckProblems } from "#core/content/compile/whole-deck";
import type { Problem } from "#core/content/read/problem";
import { type RoadFacts, roadFacts } from "#core/content/road-facts";
import { textCounts } from "#core/content/text-counts";
import { cardKinds } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { proveLab } from "#core/labs/prove-lab";
import type { Lab } from "#core/labs/types";
import { defaultSettings } from "#core/scheduling/settings";
import { readContentFiles } from "#server/base/content-files";
import { recordContent } from "./record/record-content";

/**
 * Checks all content: `npm run content` prints every problem and fails, or prints what there is;
 * `npm run content -- --json` prints it as one JSON object. `npm run content -- --record NAME...`
 * first plays those recordings again, or all, on the engine that DOCKER_HOST names.
 */

/** What a learner gets who has changed no setting. */
const { newPerDay } = defaultSettings;

type Sound = Extract<ParsedDeck, { ok: true }>;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const content = join(import.meta.dirname, "..", "content");

async function main(): Promise<void> {
  const record = process.argv.indexOf("--record");
  if (record > 0) await recordContent(content, process.argv.slice(record + 1));
  const files = readContentFiles(content);
  const parsed = parseDeck(files, sha256, gradeAnswer);
  const problems = parsed.ok ? wholeDeckProblems(parsed.deck, parsed.placeOf) : parsed.problems;
  if (!parsed.ok) return fail(problems);
  const labs = parseLabs(files, parsed.deck, proveLab);
  const told = [...problems, ...(labs.ok ? [] : labs.problems)];
  if (!labs.ok || told.length > 0) return fail(told);
  const asked = process.argv.includes("--json");
  console.log(asked ? asJson(parsed, labs.labs) : asTables(parsed, labs.labs));
}

function fail(problems: Problem[]): void {
  for (const { file, line, message, hint } of problems) {
    console.error(`${file}:${line}  ${message}${hint === undefined ? "" : ` ${hint}`}`);
  }
  console.error(`\n${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
  process.exitCode = 1;
}

function coverage({ deck, points }: Sound) {
  return points.map(({ id, topic, slides, text }) => {
    const cards = deck.cards.filter((card) => card.covers.includes(id)).map((card) => card.id);
    return { id, topic, slides, text, cards };
  });
}

function asJson(parsed: Sound, labs: readonly Lab[]): string {
  const { version, topics, concepts, cards } = parsed.deck;
  const texts = textCounts(parsed.deck);
  return JSON.stringify({
    version,
    topics,
    concepts,
    cards,
    points: coverage(parsed),
    texts,
    labs,
  });
}

function asTables(parsed: Sound, labs: readonly Lab[]): string {
  const { deck } = parsed;
  const count = (topic: string | null, kind: string | null) =>
    deck.cards.filter(
      (card) => (topic === null || card.topic === topic) && (kind === null || card.kind === kind),
    ).length;
  const row = (name: string, topic: string | null) => [
    name,
    ...cardKinds.map((kind) => count(topic, kind)),
    count(topic, null),
  ];
  const kinds = [
    ["cards", ...cardKinds, "all"],
    ...deck.topics.map(({ id }) => row(id, id)),
    row("all", null),
  ];
  const points = [
    ["point", "topic", "cards", "what the talk says"],
    ...coverage(parsed).map(({ id, topic, cards, text }) => [id, topic, cards.length, text]),
  ];
  const roads = roadFacts(deck, newPerDay).map(roadLines);
  const { topics, concepts, cards } = deck;
  const total = `${topics.length} topics, ${concepts.length} concepts, ${cards.length} cards, ${parsed.points.length} points, all covered. Every answer graded as it should be.`;
  const { recorded, documented, unproven } = textCounts(deck);
  const texts = `Terminals that are shown: ${recorded} recorded, ${documented} documented, ${unproven} unproven.`;
  const played = `Labs: ${labs.length}, of which ${labs.filter(({ broken }) => broken).length} begin with something broken; all played.`;
  return [table(kinds), table(points), ...roads, texts, played, total].join("\n\n");
}

/** A road's first day, card by card, and when its first command comes. */
function roadLines({ road, first, command }: RoadFacts): string {
  const when = command
    ? `The first command is card ${command.place}, on day ${command.day}.`
    : "No command.";
  const rows = first.map(({ id, kind, concept, front }, i) => [i + 1, kind, concept, id, front]);
  return `road "${road.id}": ${road.title}. ${when}\n${table([["", "kind", "idea", "card", "front"], ...rows])}`;
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: (string | number)[][]): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((cells) => String(cells[i] ?? "").length)),
  );
  const line = (cells: (string | number)[]) =>
    cells.map((cell, i) => {
      const width = widths[i] ?? 0;
      return typeof cell === "number" ? String(cell).padStart(width) : cell.padEnd(width);
    });
  return rows.map((cells) => line(cells).join("  ").trimEnd()).join("\n");
}

await main();
