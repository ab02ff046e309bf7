import type { ListedCard } from "#core/progress/author-list";
import type { CardStatistics, ItemStatistics, WrongAnswer } from "#core/progress/item-statistics";
import { counted } from "#core/text/counted";

/** Wrong answers told of a card. */
const mostWrong = 8;

/** What a terminal obeys or shows turned round: control characters and the marks of direction. */
const unsafe = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A text in which no learner's word commands the terminal; inside JSON it stays the same text. */
export function harmless(text: string): string {
  return text.replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The list for a reader; every line of it is harmless. */
export function asText(cards: readonly ListedCard[]): string {
  return cards.map((card) => linesOf(card).map(harmless).join("\n")).join("\n\n");
}

function linesOf(card: ListedCard): string[] {
  const { content, statistics } = card;
  const about = content ? `${content.kind}, ${content.topic}` : "no longer in the deck";
  return [
    `${card.card}  (${about})`,
    ...(content ? [`  ${content.front}`] : []),
    ...card.reports.flatMap(reportLines),
    ...(statistics ? statisticsLines(card, statistics) : ["  never answered by an account"]),
  ];
}

function reportLines({ at, reason, text, ...report }: ListedCard["reports"][number]): string[] {
  const version = report.presentVersion ? "this version" : `version ${report.cardVersion}`;
  const words = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return [
    `  - ${new Date(at).toISOString().slice(0, 10)}  ${reason}  (${version})`,
    ...words.map((line) => `      ${line}`),
  ];
}

function statisticsLines({ content }: ListedCard, { overall, present }: CardStatistics): string[] {
  const ofAll = `  all versions: ${inWords(overall)}`;
  if (!present) return content ? ["  this version: not seen yet", ofAll] : [ofAll];
  const earlier = missesOf(overall) - missesOf(present);
  return [
    `  this version: ${inWords(present)}`,
    ...(overall.seen > present.seen ? [ofAll] : []),
    ...wrongLines(present.wrong),
    ...(earlier > 0
      ? [`    and ${counted(earlier, "wrong answer")} to earlier versions, whose options are gone`]
      : []),
  ];
}

function wrongLines(wrong: readonly WrongAnswer[]): string[] {
  const most = wrong.slice(0, mostWrong);
  const more = wrong.length - most.length;
  return [
    ...most.map(({ text, count }) => `    ${String(count).padStart(5)} x  ${text}`),
    ...(more > 0 ? [`    and ${more} more, each less often`] : []),
  ];
}

const missesOf = ({ seen, right }: ItemStatistics) => seen - right;

function inWords({ seen, right, gaveUp, overruled, median }: ItemStatistics): string {
  const share = Math.round((100 * right) / seen);
  return [
    `seen ${counted(seen, "time")}`,
    `${share} % right`,
    `given up ${gaveUp}`,
    `overruled ${overruled}`,
    `median ${(median / 1000).toFixed(1)} s`,
  ].join(", ");
}
