import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Progress",
  deckNotLoaded: "The deck could not be loaded. Check the network and reload.",
  reading: "Reading what you studied.",
  guest: "You study as a guest: your answers are in this browser and nowhere else.",
  register: "Make an account",
  registerWhy: "to keep them and to study on other devices.",
  notSent: (answers: number) =>
    `${counted(answers, "answer")} in this browser ${answers === 1 ? "has" : "have"} not been sent yet and ${answers === 1 ? "is" : "are"} not counted here.`,
  nothingStudied: "Nothing studied yet",
  lead: "Each card you study becomes a container in its topic's stack. It grows paler as you become less likely to recall it.",
  studyFirst: "Study the first card",
  due: "Due in the next 30 days",
  nothingScheduled: "When you have studied a first card, you see here when cards come back.",
  days: "Days you studied",
  noDays: "The days on which you study are shown here.",
  retention: "Recalled, compared with the target",
  work: "Reviews, and the time to answer them",
  today: "Today",
  last7: "Last 7 days",
  last30: "Last 30 days",
  none: "none",
  again: "Try again",
  quizzes: "Quizzes",
  quizzesLeftOut: (quizzes: number) =>
    quizzes === 1
      ? "1 earlier quiz is not shown or counted here."
      : `${quizzes} earlier quizzes are not shown or counted here.`,
};

/** The page of where the learner stands; its charts have texts of their own. */
export const progressText = inLanguages({ en });
