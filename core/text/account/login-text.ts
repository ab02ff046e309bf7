import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  title: "Log in",
  lead: "Then you can go on where you left off, on any device. No account yet?",
  register: "Make one",
  email: "E-mail",
  password: "Password",
  submit: "Log in",
  submitting: "Logging in",
  forgot: "Forgot your password?",
  noEmail: "Enter your e-mail address.",
  noPassword: "Enter your password.",
  wrong: "The e-mail address or the password is wrong.",
  failed: "The log-in did not work. Try again.",
  notHeld:
    "You are not logged in: the browser did not keep the cookie. Allow cookies for this site and try again.",
  unreachable: "The server could not be reached. Check the network and try again.",
  alreadyIn: "You are logged in",
  alreadyInAs: (email: string) =>
    `This browser is logged in as ${email}. To use another account, log out first.`,
  study: "Start studying",
  addGuests: (count: number) =>
    count === 1
      ? "Add the answer you gave in this browser to the account?"
      : `Add the ${count} answers you gave in this browser to the account?`,
  leftOut: "What you leave out stays in this browser. You see it again after you log out.",
  add: (count: number) => (count === 1 ? "Add it" : "Add them"),
  adding: "Adding",
  leaveOut: (count: number) => (count === 1 ? "Leave it out" : "Leave them out"),
  loggedOut:
    "You were logged out. Nothing of the account is left in this browser: log in again, or go on as a guest.",
  waiting: (answers: string, email: string) =>
    `You were logged out before ${answers} of ${email} could be sent. Log in again to keep what you did.`,
  askRemoval: (answers: string, email: string) =>
    `Remove ${answers} of ${email} for good? There is no other copy.`,
  answers: (count: number) => counted(count, "answer"),
  keep: "Keep them",
  removeForGood: "Remove them for good",
  remove: "Remove them from this browser",
};

/** The page on which one logs in, or learns that one was logged out. */
export const loginText = inLanguages({ en });
