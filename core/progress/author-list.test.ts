import { describe, expect, it } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { sampleFile, sampleHash } from "#core/content/compile/sample-content";
import { type ListedReport, reportedCards, seenCards } from "./author-list";
import type { CardStatistics, ItemStatistics } from "./item-statistics";

const parsed = parseDeck([sampleFile], sampleHash);
if (!parsed.ok) throw new Error("The sample has problems.");
const cards = new Map(parsed.deck.cards.map((card) => [card.id, card]));

function report(card: string, some: Partial<ListedReport> = {}): ListedReport {
  const cardVersion = cards.get(card)?.version ?? "old";
  return { at: 1, card, cardVersion, reason: "wrong", text: "", ...some };
}

const counts = (seen: number, right: number): ItemStatistics => {
  return { seen, right, gaveUp: 0, overruled: 0, median: 1 };
};

function statistics(card: string, overall: [number, number], present?: [number, number]) {
  const ofPresent = present ? { ...counts(...present), wrong: [] } : null;
  return { card, overall: counts(...overall), present: ofPresent } satisfies CardStatistics;
}

const ids = (list: readonly { card: string }[]) => list.map(({ card }) => card);

describe("the author's list", () => {
  it("of reports begins with the card that has the most, and with its newest", () => {
    const reports = [
      report("box-what"),
      report("crane-run", { at: 1, cardVersion: "old" }),
      report("gone"),
      report("crane-run", { at: 2 }),
    ];
    const known = { reports, statistics: [statistics("gone", [2, 1])], cards };
    const list = reportedCards(known);
    expect(ids(list)).toEqual(["crane-run", "box-what", "gone"]);
    expect(list[0]?.reports).toMatchObject([
      { at: 2, presentVersion: true },
      { at: 1, presentVersion: false },
    ]);
    expect(list[0]).toMatchObject({ content: { kind: "command" }, statistics: null });
    expect(list[2]).toMatchObject({ content: null, statistics: { overall: { seen: 2 } } });
  });

  it("of what was seen begins with what is hardest as it is now", () => {
    const known = {
      reports: [report("box-gap"), report("box-what")],
      statistics: [
        statistics("crane-run", [10, 1], [5, 5]),
        statistics("box-gap", [4, 2], [4, 2]),
        statistics("gone", [4, 1]),
      ],
      cards,
    };
    const list = seenCards(known);
    expect(ids(list)).toEqual(["gone", "box-gap", "crane-run"]);
    expect(list[1]?.reports).toHaveLength(1);
  });
});
