import { inLanguages } from "#core/text/language";

const en = {
  title: "Make an account",
  lead: "It keeps your progress and brings it to every device. What you answered in this browser comes along. Already have one?",
  logIn: "Log in",
  email: "E-mail",
  password: "Password",
  passwordHint: "8 characters or more",
  submit: "Make the account",
  submitting: "Making it",
  madeBut: (failure: string) => `The account is made. ${failure}`,
};

/** The page on which an account is made. */
export const registerText = inLanguages({ en });
