import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  description:
    "Learn Docker from one conference talk and keep it: flashcards on a schedule, quizzes, and your progress.",
  skip: "Skip to the content",
  navigation: "Main",
  scrollsSideways: (what: string) => `${what}, scrolls sideways`,
  study: "Study",
  quiz: "Quiz",
  deck: "Deck",
  commands: "Commands",
  progress: "Progress",
  logIn: "Log in",
  logInAgain: "Log in again",
  account: "Account",
  yourAccount: "Your account",
  register: "Make an account",
  settings: "Settings",
  asGuest: "You are not logged in.",
  notKept: "not kept in this browser",
  offline: "offline",
  allSaved: "all saved",
  lastSaved: (when: string) => `Last saved ${when}.`,
  saving: "saving",
  offlineKept: (answers: number) => `offline, ${counted(answers, "answer")} kept here`,
  kept: (answers: number) => `${counted(answers, "answer")} kept here`,
  heldBack: (answers: number) =>
    `the server takes no more for now, ${counted(answers, "answer")} kept here until it does`,
  tryingAgain: (answers: number) => `${counted(answers, "answer")} not saved yet, trying again`,
};

/** What stands around every page: the header, the way to each place, and whether all is saved. */
export const siteText = inLanguages({ en });
