import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

type Part = { part: number; whole: number };

const en = {
  percent: (whole: number) => `${whole}\u00a0%`,
  recall: (share: string) => `You would recall ${share} of the talk today`,
  cardsStudied: (studied: number, cards: number) =>
    `You have studied ${studied} of ${counted(cards, "card")}.`,
  dueToday: (cards: number) => `${dueNow(cards)} due today.`,
  /** `perDay` is rounded: 0 stands for less than one. */
  dueThen: (cards: number, perDay: number) =>
    `${dueNow(cards)} due today, then ${perDay === 0 ? "less than one" : `about ${perDay}`} a day.`,
  studied: (days: Part, week: number) =>
    `You studied on ${days.part} of the last ${counted(days.whole, "day")}${thisWeek(days.part, week)}.`,
  work: (reviews: number, minutes: number) =>
    `${counted(reviews, "review")} in ${counted(minutes, "minute")}`,
};

function thisWeek(days: number, week: number): string {
  if (days === 1) return week === 1 ? ", this week" : "";
  if (week === 0) return ", none of them this week";
  return days === week ? ", all of them this week" : `, ${week} of them this week`;
}

function dueNow(cards: number): string {
  if (cards === 0) return "Nothing is";
  return `${counted(cards, "card")} ${cards === 1 ? "is" : "are"}`;
}

/** The sentences that core/progress makes of its figures. */
export const figuresText = inLanguages({ en });
