import { inLanguages } from "#core/text/language";

const en = {
  title: "Make an account",
  lead: "An account keeps your progress and brings it to every device. The answers you gave in this browser become part of it.",
  byMail: "A link is mailed to you, by which you choose a password.",
  haveOne: "Already have one?",
  logIn: "Log in",
  email: "E-mail",
  password: "Password",
  passwordHint: "8 characters or more. Several words are good, with spaces between them.",
  submit: "Make the account",
  submitting: "Making it",
  made: "Your account is made",
  loggedIn: (email: string) => `You are logged in as ${email}.`,
  cameAlong: (answers: number) =>
    answers === 1
      ? "The answer you gave in this browser is in it."
      : `The ${answers} answers you gave in this browser are in it.`,
  next: "From now on every answer is kept in your account. To study on another device, log in there.",
  study: "Start studying",
  settings: "Choose how many cards a day",
  madeBut: (failure: string) => `Your account is made. ${failure}`,
};

/** The page on which an account is made. */
export const registerText = inLanguages({ en });
