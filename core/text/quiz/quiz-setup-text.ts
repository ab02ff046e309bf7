import type { QuizChoice, QuizStyle } from "#core/log/types";
import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const choices: Record<QuizChoice, string> = {
  topics: "Topics",
  concepts: "One idea",
  weakest: "What I am weakest at",
};

const styles: Record<QuizStyle, { name: string; tells: string }> = {
  practice: {
    name: "Practice",
    tells: "Each answer is explained at once. Questions get harder as you get them right.",
  },
  exam: {
    name: "Exam",
    tells:
      "Against the clock. You can go back and change an answer; you learn how it went at the end.",
  },
  options: {
    name: "One option at a time",
    tells:
      "You say yes or no to one option after the other and cannot go back, as in certification tests.",
  },
  placement: {
    name: "Placement",
    tells:
      "For what you know already. What you answer right, and not by a guess, can enter your schedule as known: it comes back after about a week, and not as new. You see the list before anything is placed, and can take it back.",
  },
};

const en = {
  takeQuiz: "Take a quiz",
  unknown: (named: string) =>
    `The deck has neither a topic nor an idea with the name “${named}”, so all topics are chosen.`,
  lead: "What you miss comes back when you study.",
  about: "About",
  choices,
  topics: "Topics",
  wholeTalk: "The whole talk",
  idea: "Idea",
  weakest: "The cards that you have most likely forgotten come first.",
  style: "Style",
  styles,
  questions: "Questions",
  asksConfidence: "Ask me how sure I am of each answer",
  alwaysAsks: "A placement always asks how sure you are.",
  time: (minutes: number) => `You have ${counted(minutes, "minute")}.`,
  extraTime: (percent: number) => `Your ${percent} % of extra time is included.`,
  onTrust: "Anyone can read the deck, so nobody checks an exam here: it is for you alone.",
  fewer: (questions: number) =>
    questions === 1
      ? "There is only one such question."
      : `There are only ${questions} such questions.`,
  summary: (style: string, questions: number, minutes: number | null) =>
    [style, counted(questions, "question"), ...(minutes ? [counted(minutes, "minute")] : [])].join(
      ", ",
    ),
  start: "Start the quiz",
  noTopic: "Choose at least one topic.",
  nothingWeak: "You have studied no cards yet: study some first.",
  nothingNew: "You study all of these cards already: there is nothing to place.",
  noQuestion: "There is no question of this style here: choose another style or more topics.",
  yourQuizzes: "Your quizzes",
};

/** Choosing a quiz: what it is about, its style and its length. */
export const quizSetupText = inLanguages({ en });
