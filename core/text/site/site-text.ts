import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const makeRoom =
  "Free some space on the disk, or remove other sites' data in the browser's settings: then all is kept here again by itself.";

const en = {
  description:
    "Learn Docker from one conference talk and keep it: flashcards on a schedule, quizzes, and your progress.",
  skip: "Skip to the content",
  navigation: "Main",
  study: "Study",
  quiz: "Quiz",
  deck: "Deck",
  commands: "Commands",
  progress: "Progress",
  logIn: "Log in",
  logInAgain: "Log in again",
  account: "Account",
  notKept: "not kept in this browser",
  storeFullGuest: `This browser has no room left: what you answer now may be lost with this page. Keep it open. ${makeRoom}`,
  storeFullSaved: `This browser has no room left. The server has all your answers, but only while it can be reached: stay online. ${makeRoom}`,
  storeFullUnsent: (answers: number) =>
    `This browser has no room left: ${counted(answers, "answer")} may be lost with this page. Keep it open until the server has ${answers === 1 ? "it" : "them"}. ${makeRoom}`,
  offline: "offline",
  allSaved: "all saved",
  lastSaved: (when: string) => `Last saved ${when}.`,
  saving: "saving",
  offlineKept: (answers: number) => `offline, ${counted(answers, "answer")} kept here`,
  kept: (answers: number) => `${counted(answers, "answer")} kept here`,
  tryingAgain: (answers: number) => `${counted(answers, "answer")} not saved yet, trying again`,
};

/** What stands around every page: the header, the way to each place, and whether all is saved. */
export const siteText = inLanguages({ en });
