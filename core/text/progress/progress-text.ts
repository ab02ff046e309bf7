import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Progress",
  deckNotLoaded: "The deck could not be loaded. Check the network and reload.",
  reading: "Reading what you studied.",
  guest: "You study as a guest: this browser holds the only copy.",
  register: "Make an account",
  registerWhy: "to keep it and to go on elsewhere.",
  notSent: (answers: number) =>
    `${counted(answers, "answer")} of this browser ${answers === 1 ? "is" : "are"} not on the server yet and not counted here.`,
  nothingStudied: "Nothing studied yet",
  lead: "Each card you study becomes a container on its topic's pier; it fades as your chance of recalling it falls.",
  studyFirst: "Study the first card",
  due: "Due in the next 30 days",
  nothingScheduled: "Nothing is scheduled before the first card is studied.",
  days: "Days you studied",
  noDays: "The first day you study stands here.",
  retention: "Recalled, against the target",
  work: "Reviews and time",
  today: "Today",
  last7: "Last 7 days",
  last30: "Last 30 days",
  none: "none",
  quizzes: "Quizzes",
};

/** The page of where the learner stands; its charts have texts of their own. */
export const progressText = inLanguages({ en });
