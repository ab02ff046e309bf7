import { counted } from "./counted";
import { inLanguages } from "./language";

const en = {
  title: "Quiz",
  fetching: "Fetching the questions.",
  needsJavaScript: "Quizzes need JavaScript: your answers are kept in this browser by it.",
  notOpened: "The quiz could not be opened",
  kept: "What you answered before is kept.",
  place: (question: number, questions: number) => `Question ${question} of ${questions}`,
  nextQuestion: "Next question",
  seeResult: "See the result",
  kind: (questions: number) => `Quiz, ${counted(questions, "question")}`,
  score: (right: number, asked: number) => `${right} of ${asked}`,
  taken: (minutes: number) => `In ${counted(minutes, "minute")}.`,
  takeBefore: (right: number, asked: number) => `Your take before: ${right} of ${asked}.`,
  missed: (questions: number) => {
    if (questions === 0) return "Nothing was missed.";
    return questions === 1
      ? "The one you missed comes back in your next study session."
      : `The ${questions} you missed come back in your next study session.`;
  },
  retakeMissed: "Retake what was missed",
  retakeAll: "Retake all",
  newQuiz: "New quiz",
  byTopic: "By topic",
  topic: "Topic",
  right: "Right",
  notYet: "Not yet",
  noLongerInDeck: "No longer in the deck",
};

/** Choosing a quiz, taking it, and its result. */
export const quizText = inLanguages({ en });
