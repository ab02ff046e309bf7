import { inLanguages } from "./language";

const en = {
  none: "None yet. Each quiz you take stands here with its score.",
  when: "When",
  what: "What",
  score: "Score",
  wholeTalk: "Whole talk",
  topics: (count: number) => `${count} topics`,
  right: (right: number, asked: number) => `${right} of ${asked}`,
  open: (answered: number, asked: number) => `open, ${answered} of ${asked} answered`,
};

/** The table of the quizzes that were taken. */
export const quizHistoryText = inLanguages({ en });
