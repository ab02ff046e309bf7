import type { QuizStyle } from "#core/log/types";
import { inLanguages } from "#core/text/language";

const styles: Record<QuizStyle, string> = {
  practice: "practice",
  exam: "exam",
  options: "one option at a time",
  placement: "placement",
};

const en = {
  none: "None yet. The quizzes you take are listed here with their scores.",
  title: "Quizzes",
  when: "When",
  what: "What",
  score: "Score",
  wholeTalk: "Whole talk",
  topics: (count: number) => `${count} topics`,
  right: (right: number, asked: number) => `${right} of ${asked}`,
  styles,
  trend: (from: string, to: string, quizzes: number) =>
    from === to
      ? `${to} right in the first and in the last of ${quizzes} quizzes.`
      : `From ${from} to ${to} right over the last ${quizzes} quizzes.`,
  /** Behind what a quiz was about, where a row's button is read by itself. */
  apart: (style: string, when: string, score: string) => `, ${style}, ${when}, ${score}`,
  takenBack: "taken back",
  open: (answered: number, asked: number) => `open, ${answered} of ${asked} answered`,
};

/** The table of the quizzes that were taken. */
export const quizHistoryText = inLanguages({ en });
