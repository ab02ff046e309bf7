import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const used = (taken: number, limit: number) => `${taken} of ${counted(limit, "minute")}.`;

const en = {
  keep: "Keep this answer",
  allQuestions: "All questions",
  gone: "The card of this question is not in the deck any more. It does not count.",
  previous: "Previous",
  next: "Next",
  left: (clock: string) => `${clock} left`,
  timeLeft: "Time left",
  whoseClock: { server: "by the server's clock", device: "by this device's clock" },
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
  timedBy: {
    server: (taken: number, limit: number) => `Timed by the server's clock: ${used(taken, limit)}`,
    device: (taken: number, limit: number) =>
      `Timed by the device's clock, since the server did not hear at once of its start or its end: ${used(taken, limit)}`,
  },
  unheard: "Timed by this device's clock: the server has not heard of this exam yet.",
  guest: "Timed by this device's clock: no server knows of a guest's exam.",
  over: (minutes: number) =>
    `It was handed in ${counted(minutes, "minute")} late; what was answered after the time was up does not count.`,
  lateAnswers: (answers: number) =>
    `${counted(answers, "answer")} came after the end, and ${answers === 1 ? "does" : "do"} not count.`,
  otherwise: {
    first: "Another device had handed it in before: the first hand-in counts, and is shown here.",
    elsewhere: "It was handed in on another device.",
  },
  onTrust: "The deck is open to everyone, so an exam here is on trust: it is for you alone.",
};

/** While an exam is taken. */
export const examText = inLanguages({ en });
