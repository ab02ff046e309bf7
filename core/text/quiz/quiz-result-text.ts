import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

/** Of 100 questions like those asked; `from` is how many were asked. */
type Bounds = { low: number; high: number; from: number };

const en = {
  kind: (style: string, questions: number) => `${style}, ${counted(questions, "question")}`,
  score: (right: number, asked: number) => `${right} of ${asked}`,
  meanings: {
    all: "All of it was right.",
    good: "You know most of this.",
    middling: "You know a good part of this. The rest is listed below.",
    low: "Much of this is still new to you. Now you know where to begin.",
  },
  nothing:
    "You answered no question, so this says nothing about what you know. Each question is below, with its answer.",
  bounds: ({ low, high, from }: Bounds) =>
    `Of 100 questions like these you would get between ${low} and ${high} right, as far as ${counted(from, "question")} can tell.`,
  taken: (minutes: number) => `It took ${counted(minutes, "minute")}.`,
  credit: (points: string, asked: number) =>
    `Partly right answers counted in part: ${points} of ${asked} points.`,
  noneMissed: "Nothing was missed.",
  allComeBack: (missed: number) =>
    missed === 1
      ? "The one you missed comes back in your next study session."
      : `The ${missed} you missed come back in your next study session.`,
  someComeBack: (coming: number, missed: number) =>
    `${coming} of the ${missed} you missed ${coming === 1 ? "comes" : "come"} back in your next study session. You have studied the rest since.`,
  noneComeBack: "You have studied since what you missed.",
  openOnes: (open: number) =>
    open === 1 ? "One question was not answered." : `${open} questions were not answered.`,
  retakeMissed: "Retake what was missed",
  retakeAll: "Retake all",
  newQuiz: "New quiz",
  byTopic: "By topic",
  topic: "Topic",
  byConcept: "By idea",
  concept: "Idea",
  comesBack: "comes back in your next study session",
  studiedSince: "missed, and studied since",
  leftOpen: "not answered",
  wholeConcepts: (concepts: number) =>
    concepts === 1 ? "One idea with nothing missed" : `${concepts} ideas with nothing missed`,
  studyThem: "Study them now",
  takesBefore: "Earlier results on these questions",
  take: (date: string, score: string, style: string) => `${date}: ${score}, ${style}.`,
  gained: "Missed then, right now:",
  lost: "Right then, missed now:",
  sameAsThen: "Nothing changed from then to now.",
  sure: "Sure, but not right",
  sureWhy:
    "These come first. You were sure, so you would not have looked them up; once seen, they are also the easiest mistakes to correct.",
  notYet: "Not yet",
  notAnswered: "Not answered",
  right: "Right",
  said: (confidence: string) => `You said: ${confidence}.`,
  noLongerInDeck: "No longer in the deck",
};

/** The result of a quiz. */
export const quizResultText = inLanguages({ en });
