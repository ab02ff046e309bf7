import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

type Part = { part: number; whole: number };

const en = {
  percent: (whole: number) => `${whole}\u00a0%`,
  recall: (share: string) => `You would recall ${share} of the talk today`,
  moored: (studied: number, cards: number) => `${studied} of ${counted(cards, "card")} moored.`,
  dueToday: (cards: number) => `${dueNow(cards)} due today.`,
  /** `perDay` is rounded: 0 stands for less than one. */
  dueThen: (cards: number, perDay: number) =>
    `${dueNow(cards)} due today, then ${perDay === 0 ? "less than one" : `about ${perDay}`} a day.`,
  studied: (days: Part, week: Part) =>
    `${counted(days.part, "day")} of the last ${days.whole}; ${week.part} of ${week.whole} this week.`,
  work: (reviews: number, minutes: number) =>
    `${counted(reviews, "review")} in ${counted(minutes, "minute")}`,
};

function dueNow(cards: number): string {
  if (cards === 0) return "Nothing is";
  return `${counted(cards, "card")} ${cards === 1 ? "is" : "are"}`;
}

/** The sentences that core/progress makes of its figures. */
export const figuresText = inLanguages({ en });
