import { inLanguages } from "./language";

const en = {
  minutes: (minutes: number) => `${minutes} minute${minutes === 1 ? "" : "s"} to read`,
  today: "Today",
  todaySince: (since: string) => `Today, since ${since}`,
  sources: "Source:",
  code: "File",
  ideas: "Ideas and cards",
  ideasLead: "Each idea then and now, with the cards that ask for it.",
  cards: (count: number) => `${count} card${count === 1 ? "" : "s"}`,
  before: (title: string) => `Before: ${title}`,
  next: (title: string) => `Next: ${title}`,
  otherTopics: "Other topics",
  notStudied: "not studied yet",
  learning: "being learned",
  recall: (percent: number) => `recall ${percent} %`,
  dueToday: "due",
  dueTomorrow: "due tomorrow",
  dueIn: (days: number) => `due in ${days} days`,
};

/** A topic's page: the lesson, and its cards with what the learner knows of them. */
export const lessonText = inLanguages({ en });
