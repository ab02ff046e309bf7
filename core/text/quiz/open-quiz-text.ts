import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Quizzes to go on with",
  what: (style: string, topic: string) =>
    `${style.charAt(0).toUpperCase()}${style.slice(1)}: ${topic}`,
  answered: (answered: number, asked: number) => `${answered} of ${asked} answered`,
  goOn: "Go on",
  seeResult: "See the result",
  /** Behind "Go on", where the button is read by itself. */
  apart: (style: string, topic: string, when: string) =>
    ` with ${style} on ${topic}, begun ${when}`,
  more: (quizzes: number) => `${quizzes} more ${quizzes === 1 ? "quiz" : "quizzes"} to go on with`,
  runs: (minutes: number) => `the clock runs, less than ${counted(minutes, "minute")} left`,
  timeUp: "the time is up",
};

/** Quizzes that were left before their end. */
export const openQuizText = inLanguages({ en });
