import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Log in",
  lead: "Your answers come to this browser. No account yet?",
  register: "Make one",
  email: "E-mail",
  password: "Password",
  submit: "Log in",
  submitting: "Logging in",
  wrong: "E-mail or password is not right.",
  failed: "The log-in did not work. Try again.",
  notHeld: "The log-in did not hold. Are cookies allowed here?",
  unreachable: "The server could not be reached. Check the network and try again.",
  addGuests: (count: number) =>
    `${counted(count, "answer")} made on this browser: add ${count === 1 ? "it" : "them"} to the account?`,
  leftOut:
    "What is left out stays in this browser alone, and is here again once you have logged out.",
  add: (count: number) => (count === 1 ? "Add it" : "Add them"),
  adding: "Adding",
  leaveOut: (count: number) => (count === 1 ? "Leave it out" : "Leave them out"),
  loggedOut:
    "You were logged out. Nothing of the account is left in this browser: log in again, or go on as a guest.",
  waiting: (answers: string, email: string) =>
    `You were logged out. ${answers} of ${email} wait here to be sent: log in again to keep them.`,
  askRemoval: (answers: string, email: string) =>
    `Remove ${answers} of ${email} for good? The server has never had them.`,
  answers: (count: number) => counted(count, "answer"),
  keep: "Keep them",
  removeForGood: "Remove them for good",
  remove: "Remove them from this browser",
};

/** The page on which one logs in, or learns that one was logged out. */
export const loginText = inLanguages({ en });
