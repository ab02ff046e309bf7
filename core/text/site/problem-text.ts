import { inLanguages } from "#core/text/language";

const en = {
  invalid: "Something is missing or wrong.",
  internal: "Something broke on the server.",
  badRequest: "This request is malformed.",
  badAddress: "This address is malformed.",
  addressTooLong: "This address is too long.",
  notFound: "There is nothing at this address.",
  notAllowed: (methods: string) => `This address takes ${methods} only.`,
  tooSlow: "This request took too long to arrive.",
  headTooLarge: "The head of this request is too long.",
  databaseSilent: (trouble: string) => `The database does not answer: ${trouble}`,
  wrongPassword: "This is not your password.",
  signedOut: "You are logged out.",
  foreignOrigin: "This request came from another site.",
  tooLarge: (bytes: number) => `At most ${bytes} bytes are taken at once.`,
  notJson: "Send JSON.",
  dayIsFull:
    "This account has stored as much today as a day can take. The rest is taken tomorrow, and nothing is lost.",
  accountIsFull:
    "This account is full: it holds more than years of study. What is new stays where it is. Ask whoever runs this server.",
  tooMuchWork: "This account asks much of the server at once. It goes on in a moment.",
  exportRuns: "Another download of this kind is under way. Try again when it is done.",
  tooMuchAtOnce: "The server has too much to do at once. Try again in a moment.",
  notForm: "Send a form.",
  emailTaken: "This e-mail address has an account already. Log in with it instead.",
  emailByLink: "This server makes accounts by a link that it mails.",
  noMail: "This server sends no mail.",
  linkExpired: "This link does not work any more. It was used, or its time is over.",
  emailTooLong: "This is too long for an e-mail address.",
  noEmail: "This is not an e-mail address.",
  noPassword: "Enter your password.",
  passwordTooShort: (characters: number) => `Use at least ${characters} characters.`,
  passwordTooLong: (characters: number) => `Use at most ${characters} characters.`,
  passwordBroken: "This has a broken character in it. Type it anew.",
  passwordCommon:
    "This is one of the commonest passwords, which guessers try first. Choose another one.",
  passwordHasAddress:
    "This is too close to your e-mail address, which guessers try first. Choose another one.",
  busy: "Too many people log in at the same moment. Try again in a few seconds.",
  tooManyAttempts: (minutes: number) =>
    `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
};

/** Why the server does not do as asked, in words for the person who asked. */
export const problemText = inLanguages({ en });
