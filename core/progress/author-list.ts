import type { Card, CardKind } from "#core/content/types";
import type { Report } from "#core/log/types";
import type { CardStatistics } from "./item-statistics";

/** A report as the author reads it; who wrote it is not told. */
export type ListedReport = Pick<Report, "at" | "card" | "cardVersion" | "reason" | "text">;

export type ListedCard = {
  card: string;
  /** Null for a card that has left the deck. */
  content: { kind: CardKind; topic: string; front: string; version: string } | null;
  reports: (Omit<ListedReport, "card"> & { presentVersion: boolean })[];
  /** Null for a card that no account has answered. */
  statistics: CardStatistics | null;
};

type Known = {
  reports: readonly ListedReport[];
  statistics: readonly CardStatistics[];
  cards: ReadonlyMap<string, Card>;
};

/** Each card that was reported, the one with the most reports first, its newest report first. */
export function reportedCards(known: Known): ListedCard[] {
  const ids = new Set(known.reports.map(({ card }) => card));
  return listed(ids, known).sort((a, b) => b.reports.length - a.reports.length || compareIds(a, b));
}

/** Each card that was seen, the smallest share of right answers first. */
export function seenCards(known: Known): ListedCard[] {
  const ids = new Set(known.statistics.map(({ card }) => card));
  return listed(ids, known).sort((a, b) => shareRight(a) - shareRight(b) || compareIds(a, b));
}

function listed(ids: ReadonlySet<string>, { reports, statistics, cards }: Known): ListedCard[] {
  const byCard = new Map(statistics.map((one) => [one.card, one]));
  return [...ids].map((id) => {
    const card = cards.get(id);
    return {
      card: id,
      content: card ? contentOf(card) : null,
      reports: reports
        .filter((report) => report.card === id)
        .sort((a, b) => b.at - a.at)
        .map(({ card: _, ...rest }) => ({
          ...rest,
          presentVersion: rest.cardVersion === card?.version,
        })),
      statistics: byCard.get(id) ?? null,
    };
  });
}

function contentOf({ kind, topic, front, version }: Card) {
  return { kind, topic, front, version };
}

/** Of the present version, which the author can still change; else of all. */
function shareRight({ statistics }: ListedCard): number {
  const counted = statistics?.present ?? statistics?.overall;
  return counted ? counted.right / counted.seen : 1;
}

const compareIds = (a: ListedCard, b: ListedCard) => (a.card < b.card ? -1 : 1);
