import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  minutes: (minutes: number) => `${counted(minutes, "minute")} to read`,
  today: "Today",
  todaySince: (since: string) => `Today, since ${since}`,
  sources: (count: number) => (count === 1 ? "Source:" : "Sources:"),
  code: "File",
  toIdeas: "Go to its ideas and cards",
  ideas: "Ideas and cards",
  ideasLead: "Each idea, then and now, with its cards.",
  loading: "Loading the idea.",
  cards: (count: number) => counted(count, "card"),
  quizOnIdea: "Quiz on this idea",
  before: (title: string) => `Before: ${title}`,
  next: (title: string) => `Next: ${title}`,
  otherTopics: "Other topics",
  recallOf: (share: string, count: { studied: number; cards: number }) =>
    `recall ${share}, ${count.studied} of ${counted(count.cards, "card")} studied`,
  notStudied: "not studied yet",
  missed: "missed in a quiz",
  learning: "being learned",
  recall: (share: string) => `recall ${share}`,
  dueToday: "due today",
  dueTomorrow: "due tomorrow",
  dueIn: (days: number) => `due in ${days} days`,
};

/** A topic's page: the lesson, and its cards with what the learner knows of them. */
export const lessonText = inLanguages({ en });
