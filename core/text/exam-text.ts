import { counted } from "./counted";
import { inLanguages } from "./language";

const en = {
  keep: "Keep this answer",
  allQuestions: "All questions",
  gone: "The card of this question is not in the deck any more. It does not count.",
  previous: "Previous",
  next: "Next",
  left: (clock: string) => `${clock} left`,
  timeLeft: "Time left",
  remaining: (minutes: number) => `${counted(minutes, "minute")} left.`,
  overview: "All questions",
  openOnes: (questions: number) => {
    if (questions === 0) return "Every question has an answer.";
    return questions === 1 ? "One has no answer yet." : `${questions} have no answer yet.`;
  },
  question: (place: number) => `Question ${place}`,
  answered: "answered",
  open: "open",
  handIn: "Hand in",
  handingIn: "Your answers are being looked through.",
  timeUp: "The time is up.",
  notHandedIn: "Your answers could not be looked through. They are kept; try again.",
  onTrust: "The deck is open to everyone, so an exam here is on trust: it is for you alone.",
};

/** While an exam is taken. */
export const examText = inLanguages({ en });
