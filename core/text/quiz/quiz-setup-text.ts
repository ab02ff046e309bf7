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
      "Say yes or no to each option as it comes, with no way back, as certification tests ask.",
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
  weakest: "The cards that you would be most likely to have forgotten by now come first.",
  style: "Style",
  styles,
  questions: "Questions",
  asksConfidence: "Ask me how sure I am of each answer",
  alwaysAsks: "A placement always asks how sure you are.",
  time: (minutes: number) => `You have ${counted(minutes, "minute")}.`,
  extraTime: (percent: number) => `That is with your ${percent} % of extra time.`,
  onTrust: "The deck is open to everyone, so an exam here is on trust: it is for you alone.",
  fewer: (questions: number) =>
    questions === 1 ? "There is one such question." : `There are ${questions} such questions.`,
  summary: (style: string, questions: number, minutes: number | null) =>
    [style, counted(questions, "question"), ...(minutes ? [counted(minutes, "minute")] : [])].join(
      ", ",
    ),
  start: "Start the quiz",
  noTopic: "Choose at least one topic.",
  nothingWeak: "There is nothing to be weak at yet: study some cards first.",
  nothingNew: "Every such card has a schedule already: there is nothing to place.",
  noQuestion: "There is no such question on it: choose another style or more topics.",
  yourQuizzes: "Your quizzes",
};

/** Choosing a quiz: what it is about, its style and its length. */
export const quizSetupText = inLanguages({ en });
