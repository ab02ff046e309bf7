import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const used = (taken: number, limit: number) => `${taken} of ${counted(limit, "minute")}.`;

/** "Question 3", "Questions 3, 5 and 9". */
function questions(places: readonly number[]): string {
  const all = new Intl.ListFormat("en", { type: "conjunction" }).format(places.map(String));
  return `${places.length === 1 ? "Question" : "Questions"} ${all.replace(/, and /, " and ")}`;
}

const en = {
  keep: "Keep and go on",
  allQuestions: "All questions",
  gone: "The card of this question is not in the deck any more. It does not count.",
  previous: "Previous",
  next: "Next",
  mark: "Mark for review",
  left: (clock: string) => `${clock} left`,
  timeLeft: "Time left",
  whoseClock: { server: "by the server's clock", device: "by this device's clock" },
  lessThan: (minutes: number) => `Less than ${counted(minutes, "minute")} left.`,
  overview: "All questions",
  openOnes: (questions: number) => {
    if (questions === 0) return "Every question has an answer.";
    return questions === 1 ? "One has no answer yet." : `${questions} have no answer yet.`;
  },
  question: (place: number) => `Question ${place}`,
  states: { answered: "answered", begun: "not finished", open: "open" },
  marked: "marked",
  finish: "Finish the exam",
  finishing: "Your answers are being graded.",
  unanswered: (places: readonly number[]) =>
    `${questions(places)} ${places.length === 1 ? "has" : "have"} no answer.`,
  unfinished: (places: readonly number[]) =>
    `${questions(places)} ${places.length === 1 ? "is" : "are"} answered in part.`,
  stillMarked: (places: readonly number[]) =>
    `${questions(places)} ${places.length === 1 ? "is" : "are"} marked for review.`,
  noWayBack: "Once you finish, no answer can be changed.",
  finishAnyway: "Finish now",
  goOn: "Back to the exam",
  timeUp: "The time is up.",
  notFinished: "Your answers could not be graded. They are kept; try again.",
  leaving: {
    title: "Leave the exam?",
    clockRuns: (clock: string) =>
      `The clock runs on while you are away: ${clock} left. Your answers are kept, and the Quiz page leads back here.`,
    stay: "Stay",
    leave: "Leave",
  },
  timedBy: {
    server: (taken: number, limit: number) => `Timed by the server's clock: ${used(taken, limit)}`,
    device: (taken: number, limit: number) =>
      `Timed by the device's clock, because the server could not be reached at its start or its end: ${used(taken, limit)}`,
  },
  unheard: "Timed by this device's clock: this exam has not been sent to the server yet.",
  guest: "Timed by this device's clock: a guest's exam is not sent to the server.",
  over: (minutes: number) =>
    `It was finished ${counted(minutes, "minute")} late; what was answered after the time was up does not count.`,
  lateAnswers: (answers: number) =>
    `${counted(answers, "answer")} came after the end, and ${answers === 1 ? "does" : "do"} not count.`,
  runsOn: (minutes: number) =>
    `The clock of your exam runs on: less than ${counted(minutes, "minute")} left.`,
  otherwise: {
    first: "Another device had already finished this exam. That result counts, and is shown here.",
    elsewhere: "It was finished on another device.",
    tab: "It was finished in another tab.",
  },
  onTrust: "Anyone can read the deck, so nobody checks an exam here: it is for you alone.",
};

/** While an exam is taken. */
export const examText = inLanguages({ en });
