import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  showTable: "Show as a table",
  day: "Day",
  reviews: "Reviews",
  studiedDays: (days: number, weeks: number) =>
    `${counted(days, "day")} with reviews in the last ${weeks} weeks`,
  reviewsOn: (date: string, reviews: number) => `${date}: ${counted(reviews, "review")}`,
  cardsDue: "Cards due",
  mostDue: (cards: number) => `Cards due a day, at most ${counted(cards, "card")}`,
  dueOn: (date: string, cards: number) => `${date}: ${cards}`,
  recallByTopic: "Recall today by topic",
  harbour: "Each container is a card. The paler it is, the less likely you are to recall it.",
  topic: "Topic",
  cards: "Cards",
  studied: "Studied",
  recallToday: "Recall today",
  noRetention: (target: string) =>
    `When cards come back on a later day, you see here how many of them you recalled. The target is ${target}.`,
  stability: "Time between reviews",
  recalled: "Recalled",
  target: "Target",
  young: "under a week",
  month: "a week to a month",
  old: "over a month",
  all: "all",
};

/** The charts of the progress page, and the tables that say the same. */
export const chartText = inLanguages({ en });
